package org.mashhub.adapter.housing.snapshot;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.mashhub.adapter.kit.AdapterProperties;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NdjsonLines;
import org.mashhub.adapter.kit.lines.NoticeLines;

/** Where a landlord sends the table of all its tenancies. */
@RestController
@Tag(name = "housing")
class SnapshotEndpoint {

	private static final String NDJSON = "application/x-ndjson";

	private static final String CSV = "text/csv";

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private final SnapshotIntake intake;

	private final Clock clock = Clock.systemUTC();

	private final int limit;

	SnapshotEndpoint(SnapshotIntake intake, AdapterProperties properties) {
		this.intake = intake;
		this.limit = Math.toIntExact(properties.maxBody().toBytes());
	}

	@PostMapping(path = "/housing/tenancies", consumes = { CSV, NDJSON }, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "housing-tenancies",
			summary = "All tenancies as they are on one night; what changed since the last table is published",
			description = "One row a tenancy or one a member, sorted by tenancy reference. mode=snapshot, and date: the "
					+ "day of the table. A table that ends unlikely many tenancies is answered 409 and taken when sent "
					+ "again with confirm. Scope publish:housing",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(schema = @Schema(type = "string"))))
	SnapshotAnswer take(Sender sender, HttpServletRequest request,
			@RequestParam(required = false) @Nullable String mode,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
			@RequestParam(required = false) @Nullable String confirm,
			@RequestHeader(name = CsvMapping.HEADER, required = false) @Nullable String mapping,
			@RequestHeader(name = "Mash-Dry-Run", defaultValue = "false") boolean dryRun) throws IOException {
		if (!"snapshot".equals(mode)) {
			throw refusal("mode", "does not say that this is the whole table",
					"Send mode=snapshot with all tenancies, or single changes to /housing/tenancy-changes.");
		}
		if (date == null || date.isAfter(LocalDate.now(this.clock.withZone(UK)))) {
			throw refusal("date", "is missing or lies ahead", "Send the day of the table as date=YYYY-MM-DD.");
		}
		return this.intake.take(sender, date, lines(request, mapping), confirm, dryRun);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> held(SnapshotHeldException ex) {
		ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
		problem.setType(URI.create("urn:mashhub:problem:snapshot-held"));
		problem.setTitle(ex.reason().title());
		problem.setProperty("remedy", ex.reason().remedy());
		problem.setProperty("confirm", ex.snapshot());
		problem.setProperty("openTenancies", ex.open());
		problem.setProperty("wouldEnd", ex.ending());
		return ResponseEntity.status(HttpStatus.CONFLICT).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private NoticeLines lines(HttpServletRequest request, @Nullable String mapping) throws IOException {
		return request.getContentType().startsWith(CSV) ? new CsvLines(request.getInputStream(), SnapshotTenancy.class,
				CsvMapping.ofHeader(mapping), this.limit) : new NdjsonLines(request.getInputStream(), this.limit);
	}

	private static NoticeRefusedException refusal(String field, String problem, String remedy) {
		return new NoticeRefusedException(List.of(new FieldProblem(field, problem, remedy)));
	}

}
