package org.mashhub.adapter.hospital;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventPublisher;
import org.mashhub.adapter.kit.LogUnavailableException;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.RefusedBodies;
import org.mashhub.adapter.kit.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where an integration engine sends HL7 v2, one message a request, and gets its
 * acknowledgement.
 */
@RestController
@Tag(name = "hospital")
class Hl7Endpoint {

	static final String ER7 = "application/hl7-v2";

	private static final Logger LOG = LoggerFactory.getLogger(Hl7Endpoint.class);

	private static final MediaType ANSWER = new MediaType(MediaType.parseMediaType(ER7), StandardCharsets.UTF_8);

	private final Hl7Reader reader;

	private final Hl7Visits visits;

	private final HospitalTranslator translator;

	private final EventPublisher publisher;

	private final RefusedBodies bodies;

	private final MeterRegistry metrics;

	private final Duration retryAfter;

	Hl7Endpoint(Hl7Reader reader, Hl7Visits visits, HospitalTranslator translator, EventPublisher publisher,
			RefusedBodies bodies, MeterRegistry metrics, @Value("${hub.adapter.retry-after}") Duration retryAfter) {
		this.reader = reader;
		this.visits = visits;
		this.translator = translator;
		this.publisher = publisher;
		this.bodies = bodies;
		this.metrics = metrics;
		this.retryAfter = retryAfter;
	}

	@PostMapping(path = "/hospital/hl7", consumes = { ER7, "x-application/hl7-v2+er7", MediaType.TEXT_PLAIN_VALUE })
	@Operation(operationId = "hospital-hl7",
			summary = "A visit began, ended or was taken back, or details changed, as an HL7 v2 ADT message",
			description = """
					A01 admits, A04 attends, A03 discharges (PV1-36 against advice), A11 and A13 take back; A28 and A31 tell \
					details, A40 and A47 which numbers became one patient's. Answers with an ACK: AA 200, AE 422, AR 400, and AR 503 when the hub cannot keep it; ERR-7 names what is kept for mending. Scope publish:hospital""",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = ER7, schema = @Schema(type = "string"))))
	@ApiResponse(responseCode = "200", description = "ACK with AA: the hub holds every record for good",
			content = @Content(mediaType = ER7, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "400", description = "ACK with AR: this is no message that the hub can read",
			content = @Content(mediaType = ER7, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "422", description = "ACK with AE: the message cannot be right",
			content = @Content(mediaType = ER7, schema = @Schema(type = "string")))
	@ApiResponse(responseCode = "503", description = "ACK with AR: the hub cannot keep it at the moment; send it again",
			content = @Content(mediaType = ER7, schema = @Schema(type = "string")))
	ResponseEntity<byte[]> message(Sender sender,
			@RequestHeader(name = "Mash-Dry-Run", defaultValue = "false") boolean dryRun,
			@RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
		byte[] message = (body != null) ? body : new byte[0];
		Hl7Header header = this.reader.header(message);
		try {
			List<String> segments = this.reader.segments(message);
			header = Hl7Header.of(segments.getFirst());
			Hl7Visits.requireTaken(header, dryRun || sender.areaHint() != null);
			return answer(HttpStatus.OK, Hl7Acknowledgement.accepted(header,
					publish(events(sender, header, this.reader.message(segments)), dryRun)));
		}
		catch (Hl7Rejection ex) {
			return rejected(request, header, ex);
		}
		catch (NoticeRefusedException ex) {
			return rejected(request, header, new Hl7Rejection(Hl7Rejection.Kind.INVALID, "",
					"cannot be right as a whole", "Check that it names each person once."));
		}
		catch (LogUnavailableException ex) {
			LOG.atWarn()
				.addKeyValue("cause", (ex.getCause() != null) ? ex.getCause().getClass().getSimpleName() : "none")
				.log("Event not acknowledged, sender was told to retry");
			return rejected(request, header, new Hl7Rejection(Hl7Rejection.Kind.UNAVAILABLE, "",
					"cannot be kept safe at the moment", "Keep it and send it again; twice does no harm."));
		}
	}

	private List<SpecificRecord> events(Sender sender, Hl7Header header, Hl7Message message) {
		return this.visits.records(header, message)
			.stream()
			.map((record) -> this.translator.told(sender, record))
			.toList();
	}

	private String publish(List<SpecificRecord> events, boolean dryRun) {
		return dryRun ? "Dry run, nothing was kept"
				: events.stream()
					.map((event) -> this.publisher.publish(event).receiptId().toString())
					.collect(Collectors.joining(" ", "Receipt ", ""));
	}

	private ResponseEntity<byte[]> rejected(HttpServletRequest request, Hl7Header header, Hl7Rejection rejection) {
		String reason = "hl7-" + rejection.kind().code();
		this.metrics.counter("hub.adapter.refused", "agency", "hospital", "reason", reason).increment();
		Optional<UUID> kept = rejection.kind().isMendable()
				? this.bodies.keep(request, rejection.kind().status(), reason, rejection.problems()) : Optional.empty();
		return answer(rejection.kind().status(), Hl7Acknowledgement.rejected(header, rejection, kept));
	}

	private ResponseEntity<byte[]> answer(HttpStatus status, String acknowledgement) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(ANSWER);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			answer.header(HttpHeaders.RETRY_AFTER, Long.toString(this.retryAfter.toSeconds()));
		}
		return answer.body(acknowledgement.getBytes(StandardCharsets.UTF_8));
	}

}
