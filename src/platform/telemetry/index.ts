import { type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'

/** Where traces go, and how to send what is left at the end. */
export type Telemetry = { stop(): Promise<void> }

const name = 'lien-thong'

/**
 * Sends traces over OTLP/HTTP when an address is configured; without one nothing is loaded and nothing is measured.
 * @param endpoint base address of the collector, as in OTEL_EXPORTER_OTLP_ENDPOINT
 */
export async function startTelemetry(endpoint: string | undefined): Promise<Telemetry> {
  if (endpoint === undefined) return { stop: async () => {} }
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': name }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  })
  trace.setGlobalTracerProvider(provider)
  return { stop: () => provider.shutdown() }
}

const tracer = (): Tracer => trace.getTracer(name)

/** Begins the span of one request. Names are route patterns, never addresses: those may carry keys. */
export function beginRequest(method: string, requestId: string): Span {
  return tracer().startSpan(method, { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'request.id': requestId } })
}

/** Ends it with the route that answered and its status. */
export function endRequest(span: Span, method: string, route: string, status: number): void {
  span.updateName(`${method} ${route}`)
  span.setAttributes({ 'http.route': route, 'http.response.status_code': status })
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}
