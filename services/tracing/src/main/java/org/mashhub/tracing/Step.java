package org.mashhub.tracing;

import java.nio.charset.StandardCharsets;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A step of a trace that is being taken, or {@link #NONE}, which costs nothing. Between
 * its begin and its end it is the current step of its thread, and the thread's log lines
 * bear the trace's id. Closed by the thread that began it, unless it was begun aside.
 */
public final class Step implements AutoCloseable {

	/** W3C trace context, as header of a Kafka record. */
	public static final String HEADER = "traceparent";

	/** No trace. */
	public static final Step NONE = new Step(Span.getInvalid(), SpanContext.getInvalid(), false);

	private static final String TRACE_ID = "trace.id";

	private static final String SPAN_ID = "span.id";

	private static final ThreadLocal<@Nullable Step> CURRENT = new ThreadLocal<>();

	private final Span span;

	private final SpanContext context;

	private final boolean current;

	private final @Nullable Step before;

	private Step(Span span, SpanContext context, boolean current) {
		this.span = span;
		this.context = context;
		this.current = current;
		this.before = current ? CURRENT.get() : null;
	}

	/** A step that its thread is in until it is closed. */
	static Step enter(Span span, SpanContext context) {
		Step step = new Step(span, context, true);
		show(step);
		return step;
	}

	/** A step that goes on beside what its thread does. */
	static Step beside(Span span, SpanContext context) {
		return new Step(span, context, false);
	}

	/**
	 * The step that this thread is in.
	 * @return the step, {@link #NONE} where there is no trace
	 */
	public static Step current() {
		Step current = CURRENT.get();
		return (current != null) ? current : NONE;
	}

	/**
	 * Reads what a record's headers say of its trace.
	 * @param headers headers of a record
	 * @return W3C trace context, null where there is none
	 */
	public static @Nullable String in(Headers headers) {
		Header header = headers.lastHeader(HEADER);
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.US_ASCII)
				: null;
	}

	/**
	 * Says to whoever reads a record which trace it belongs to.
	 * @param headers headers of a record; nothing is added where there is no trace
	 */
	public void into(Headers headers) {
		String traceparent = traceparent();
		if (traceparent != null) {
			headers.remove(HEADER).add(HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
		}
	}

	/**
	 * This step as W3C trace context.
	 * @return what the next step follows on; null where there is no trace
	 */
	public @Nullable String traceparent() {
		return this.context.isValid() ? "00-" + this.context.getTraceId() + "-" + this.context.getSpanId() + "-"
				+ this.context.getTraceFlags().asHex() : null;
	}

	/**
	 * Adds a detail.
	 * @param detail which
	 * @param value an id or a code, never words of a record
	 * @return this step
	 */
	public Step with(Detail detail, Object value) {
		if (this.span.isRecording()) {
			this.span.setAttribute(detail.key(), value.toString());
		}
		return this;
	}

	/**
	 * Notes that the step failed.
	 * @param cause of which only the type is kept: its message may repeat a record
	 */
	public void failed(Throwable cause) {
		this.span.setStatus(StatusCode.ERROR, cause.getClass().getSimpleName());
	}

	@Override
	public void close() {
		this.span.end();
		if (this.current) {
			show(this.before);
		}
	}

	SpanContext context() {
		return this.context;
	}

	private static void show(@Nullable Step step) {
		if (step != null) {
			CURRENT.set(step);
			MDC.put(TRACE_ID, step.context.getTraceId());
			MDC.put(SPAN_ID, step.context.getSpanId());
		}
		else {
			CURRENT.remove();
			MDC.remove(TRACE_ID);
			MDC.remove(SPAN_ID);
		}
	}

}
