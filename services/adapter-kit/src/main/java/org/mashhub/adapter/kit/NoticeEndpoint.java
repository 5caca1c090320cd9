package org.mashhub.adapter.kit;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NdjsonLines;
import org.mashhub.adapter.kit.lines.NoticeLines;
import org.mashhub.messaging.Contracts;

/**
 * Takes every kind of record that the agencies of this process list: one as JSON, or many
 * as NDJSON or CSV. Described by {@link NoticeDescriptions}.
 */
@RestController
@Hidden
class NoticeEndpoint {

	static final String NDJSON = "application/x-ndjson";

	static final String CSV = "text/csv";

	static final String DRY_RUN = "Mash-Dry-Run";

	static final String MAPPING = CsvMapping.HEADER;

	private final Agencies agencies;

	private final NoticeReader reader;

	private final EventPublisher publisher;

	private final BatchIntake batches;

	private final int limit;

	NoticeEndpoint(Agencies agencies, NoticeReader reader, EventPublisher publisher, BatchIntake batches,
			AdapterProperties properties) {
		this.agencies = agencies;
		this.reader = reader;
		this.publisher = publisher;
		this.batches = batches;
		this.limit = Math.toIntExact(properties.maxBody().toBytes());
	}

	@PostMapping(path = "/{agency}/{collection}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Object> one(Sender sender, HttpServletRequest request,
			@RequestHeader(name = DRY_RUN, defaultValue = "false") boolean dryRun,
			@RequestBody(required = false) byte @Nullable [] body) throws NoResourceFoundException {
		return take(sender, notice(request), (body != null) ? body : new byte[0], dryRun);
	}

	private <N> ResponseEntity<Object> take(Sender sender, NoticeType<N> notice, byte[] body, boolean dryRun) {
		N record = this.reader.read(body, notice.form());
		SpecificRecord event = notice.translator().translate(sender, record);
		return dryRun ? ResponseEntity.ok(Preview.of(event)) : ResponseEntity.status(HttpStatus.ACCEPTED)
			.body(this.publisher.publish(event, notice.translator().companion(record, event).orElse(null)));
	}

	@PostMapping(path = "/{agency}/{collection}", consumes = NDJSON)
	void ndjson(Sender sender, HttpServletRequest request, HttpServletResponse response,
			@RequestHeader(name = DRY_RUN, defaultValue = "false") boolean dryRun)
			throws IOException, NoResourceFoundException {
		batch(sender, request, response, dryRun, (in, form) -> new NdjsonLines(in, this.limit));
	}

	@PostMapping(path = "/{agency}/{collection}", consumes = CSV)
	void csv(Sender sender, HttpServletRequest request, HttpServletResponse response,
			@RequestHeader(name = DRY_RUN, defaultValue = "false") boolean dryRun,
			@RequestHeader(name = MAPPING, required = false) @Nullable String mapping)
			throws IOException, NoResourceFoundException {
		CsvMapping meaning = CsvMapping.ofHeader(mapping);
		batch(sender, request, response, dryRun, (in, form) -> new CsvLines(in, form, meaning, this.limit));
	}

	private void batch(Sender sender, HttpServletRequest request, HttpServletResponse response, boolean dryRun,
			Opening opening) throws IOException, NoResourceFoundException {
		NoticeType<?> notice = notice(request);
		NoticeLines lines = opening.open(request.getInputStream(), notice.form());
		response.setContentType(NDJSON);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		this.batches.run(sender, request.getRequestURI(), notice, lines, response.getOutputStream(), dryRun);
	}

	private NoticeType<?> notice(HttpServletRequest request) throws NoResourceFoundException {
		NoticeType<?> notice = this.agencies.noticeOf(request).orElse(null);
		if (notice == null) {
			throw new NoResourceFoundException(HttpMethod.POST, request.getRequestURI(), "");
		}
		return notice;
	}

	/** Opens a file of records. */
	@FunctionalInterface
	private interface Opening {

		NoticeLines open(InputStream in, Class<?> form) throws IOException;

	}

	/**
	 * What would be published.
	 *
	 * @param wouldPublish the topic
	 * @param eventId id that the event would have
	 * @param people how many people it names
	 */
	record Preview(String wouldPublish, String eventId, int people) {

		static Preview of(SpecificRecord event) {
			Object people = event.get(event.getSchema().getField("people").pos());
			return new Preview(Contracts.topicOf(event.getClass()),
					EventPublisher.header(event).getEventId().toString(),
					(people instanceof List<?> list) ? list.size() : 0);
		}

	}

}
