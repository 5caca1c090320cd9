package org.mashhub.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;

/** Takes traces by OTLP over HTTP, as a collector does, and keeps them. */
final class TraceCollector implements AutoCloseable {

	private final HttpServer server;

	private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

	TraceCollector() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/v1/traces", this::take);
		this.server.start();
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1/traces");
	}

	List<Seen> seen() {
		return List.copyOf(this.seen);
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = body(exchange)) {
			ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach((resource) -> {
				String service = resource.getResource()
					.getAttributesList()
					.stream()
					.filter((attribute) -> attribute.getKey().equals("service.name"))
					.map((attribute) -> attribute.getValue().getStringValue())
					.findFirst()
					.orElseThrow();
				resource.getScopeSpansList()
					.forEach((scope) -> scope.getSpansList().forEach((span) -> this.seen.add(new Seen(service, span))));
			});
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private static InputStream body(HttpExchange exchange) throws IOException {
		return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
				? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	/**
	 * A step that was sent here.
	 *
	 * @param service which service has taken it
	 * @param span the step
	 */
	record Seen(String service, Span span) {

		/** The step that it followed on. */
		Optional<Seen> parent(List<Seen> all) {
			return all.stream()
				.filter((other) -> other.span.getTraceId().equals(this.span.getTraceId())
						&& other.span.getSpanId().equals(this.span.getParentSpanId()))
				.findFirst();
		}

		/** This step and those before it, this one last, in words. */
		String way(List<Seen> all) {
			return parent(all).map((before) -> before.way(all) + " > ").orElse("") + this.service + ": "
					+ this.span.getName();
		}

	}

}
