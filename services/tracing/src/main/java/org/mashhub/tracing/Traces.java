package org.mashhub.tracing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Begins the steps of traces. Whether a record is traced is decided once, where it comes
 * in; a record that is not carries no header, and nothing is made for it after that. A
 * service that sends its steps nowhere hands the trace on to those after it.
 */
public final class Traces implements AutoCloseable {

	private static final Duration SEND_THE_LAST = Duration.ofSeconds(3);

	private static final TextMapGetter<String> ONE_VALUE = new TextMapGetter<>() {
		@Override
		public Iterable<String> keys(String carrier) {
			return Map.of(Step.HEADER, carrier).keySet();
		}

		@Override
		public @Nullable String get(@Nullable String carrier, String key) {
			return key.equals(Step.HEADER) ? carrier : null;
		}
	};

	private final @Nullable SdkTracerProvider provider;

	private final @Nullable Tracer tracer;

	private Traces(@Nullable SdkTracerProvider provider) {
		this.provider = provider;
		this.tracer = (provider != null) ? provider.get("org.mashhub") : null;
	}

	/**
	 * No traces of its own.
	 * @return begins nothing, and hands on what is handed to it
	 */
	public static Traces off() {
		return new Traces(null);
	}

	/**
	 * Traces whose steps go somewhere.
	 * @param processor takes the steps that have ended
	 * @param service name of the service
	 * @param share share of the records that come in here to be traced, from 0 to 1
	 */
	static Traces to(SpanProcessor processor, String service, double share) {
		return new Traces(SdkTracerProvider.builder()
			.setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service,
					AttributeKey.stringKey("service.namespace"), "mash-hub")))
			.setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
			.addSpanProcessor(processor)
			.build());
	}

	/**
	 * Begins a trace, where this one is among those that are traced. What the caller says
	 * of traces of its own is not taken over.
	 * @param name what is done, without anything of the record
	 * @return the first step
	 */
	public Step begin(String name) {
		if (this.tracer == null) {
			return Step.NONE;
		}
		Span span = this.tracer.spanBuilder(name).setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
		return span.getSpanContext().isSampled() ? Step.enter(span, span.getSpanContext()) : Step.NONE;
	}

	/**
	 * Takes the next step of a record's trace.
	 * @param name what is done, without anything of the record
	 * @param headers headers of the record
	 * @return the step; {@link Step#NONE} where the record is not traced
	 */
	public Step follow(String name, Headers headers) {
		return follow(name, Step.in(headers));
	}

	/**
	 * Takes the next step of a trace.
	 * @param name what is done, without anything of the record
	 * @param traceparent W3C trace context of the step before, null where there is none
	 * @return the step; {@link Step#NONE} where there is no trace
	 */
	public Step follow(String name, @Nullable String traceparent) {
		return next(name, traceparent, Step::enter);
	}

	/**
	 * Takes the next step of a trace beside what its thread does: one of the many that a
	 * batch belongs to, of which none is the thread's own.
	 * @param name what is done, without anything of the record
	 * @param traceparent W3C trace context of the step before, null where there is none
	 * @return the step; {@link Step#NONE} where there is no trace
	 */
	public Step beside(String name, @Nullable String traceparent) {
		return next(name, traceparent, Step::beside);
	}

	private Step next(String name, @Nullable String traceparent, BiFunction<Span, SpanContext, Step> begin) {
		if (traceparent == null) {
			return Step.NONE;
		}
		Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, ONE_VALUE);
		SpanContext before = Span.fromContext(parent).getSpanContext();
		if (!before.isSampled()) {
			return Step.NONE;
		}
		if (this.tracer == null) {
			return begin.apply(Span.getInvalid(), before);
		}
		Span span = this.tracer.spanBuilder(name).setParent(parent).setSpanKind(SpanKind.CONSUMER).startSpan();
		return begin.apply(span, span.getSpanContext());
	}

	/**
	 * Takes a step that follows on the current one, and ends when another thread says so.
	 * @param name what is done, without anything of the record
	 * @return the step; {@link Step#NONE} where there is no trace
	 */
	public Step aside(String name) {
		Step current = Step.current();
		if (this.tracer == null || !current.context().isSampled()) {
			return current == Step.NONE ? Step.NONE : Step.beside(Span.getInvalid(), current.context());
		}
		Span span = this.tracer.spanBuilder(name)
			.setParent(Context.root().with(Span.wrap(current.context())))
			.setSpanKind(SpanKind.PRODUCER)
			.startSpan();
		return Step.beside(span, span.getSpanContext());
	}

	/** Sends what is left, for a bounded time. */
	@Override
	public void close() {
		if (this.provider != null) {
			this.provider.shutdown().join(SEND_THE_LAST.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

}
