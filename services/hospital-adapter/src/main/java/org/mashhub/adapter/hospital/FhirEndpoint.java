package org.mashhub.adapter.hospital;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.apache.avro.specific.SpecificRecord;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.mashhub.adapter.kit.EventPublisher;
import org.mashhub.adapter.kit.Examples;
import org.mashhub.adapter.kit.Receipt;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.fhir.FhirReader;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a hospital's systems send FHIR R4. One resource may make more than one record;
 * the answer has a receipt for each, once the log has them all.
 */
@RestController
@RequestMapping(path = "/hospital/fhir", consumes = { FhirEndpoint.FHIR_JSON, MediaType.APPLICATION_JSON_VALUE },
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "hospital")
class FhirEndpoint {

	static final String FHIR_JSON = "application/fhir+json";

	private static final String DRY_RUN = "Mash-Dry-Run";

	private final FhirReader reader;

	private final FhirVisits visits;

	private final HospitalTranslator translator;

	private final EventPublisher publisher;

	FhirEndpoint(FhirReader reader, FhirVisits visits, HospitalTranslator translator, EventPublisher publisher) {
		this.reader = reader;
		this.visits = visits;
		this.translator = translator;
		this.publisher = publisher;
	}

	@PostMapping("/Encounter")
	@Operation(operationId = "hospital-fhir-encounter",
			summary = "A visit began, went on, ended or was taken back, as a FHIR R4 Encounter", description = """
					Class EMER or AMB makes an attendance, IMP an admission; status finished also a discharge, against \
					advice where the disposition says so. Scope publish:hospital""",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = FHIR_JSON, schema = @Schema(type = "object"))))
	@ApiResponse(responseCode = "202", description = "The hub holds every record for good",
			content = @Content(schema = @Schema(implementation = Receipts.class)))
	@ApiResponse(responseCode = "200", description = "Of a dry run: how many records it would make",
			content = @Content(schema = @Schema(implementation = Receipts.class)))
	@Examples({ "hospital/fhir-encounter-emergency.json", "hospital/fhir-encounter-self-discharge.json" })
	ResponseEntity<Receipts> encounter(Sender sender,
			@RequestHeader(name = DRY_RUN, defaultValue = "false") boolean dryRun, @RequestBody byte[] body) {
		return publish(this.visits.records(sender, this.reader.read(body, Encounter.class))
			.stream()
			.map((record) -> this.translator.told(sender, record))
			.toList(), dryRun);
	}

	@PostMapping("/Appointment")
	@Operation(operationId = "hospital-fhir-appointment",
			summary = "A child was not brought, as a FHIR R4 Appointment with status noshow",
			description = "Scope publish:hospital",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = FHIR_JSON, schema = @Schema(type = "object"))))
	@ApiResponse(responseCode = "202", description = "The hub holds every record for good",
			content = @Content(schema = @Schema(implementation = Receipts.class)))
	@ApiResponse(responseCode = "200", description = "Of a dry run: how many records it would make",
			content = @Content(schema = @Schema(implementation = Receipts.class)))
	@Examples("hospital/fhir-appointment-noshow.json")
	ResponseEntity<Receipts> appointment(Sender sender,
			@RequestHeader(name = DRY_RUN, defaultValue = "false") boolean dryRun, @RequestBody byte[] body) {
		return publish(List
			.of(this.translator.notBrought(sender, this.visits.record(this.reader.read(body, Appointment.class)))),
				dryRun);
	}

	@PostMapping("/Patient")
	@Operation(operationId = "hospital-fhir-patient",
			summary = "A patient's details changed, or two records were found to be one patient's, as a FHIR R4 Patient",
			description = """
					Identifiers with use old or an end, and those of a Patient that it replaces, are numbers that the \
					patient had before. Scope publish:hospital""",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = FHIR_JSON, schema = @Schema(type = "object"))))
	@ApiResponse(responseCode = "202", description = "The hub holds every record for good",
			content = @Content(schema = @Schema(implementation = Receipts.class)))
	@ApiResponse(responseCode = "200", description = "Of a dry run: how many records it would make",
			content = @Content(schema = @Schema(implementation = Receipts.class)))
	@Examples("hospital/fhir-patient-merged.json")
	ResponseEntity<Receipts> patient(Sender sender,
			@RequestHeader(name = DRY_RUN, defaultValue = "false") boolean dryRun, @RequestBody byte[] body) {
		return publish(List
			.of(this.translator.told(sender, this.visits.record(sender, this.reader.read(body, Patient.class)))),
				dryRun);
	}

	private ResponseEntity<Receipts> publish(List<? extends SpecificRecord> events, boolean dryRun) {
		return dryRun ? ResponseEntity.ok(new Receipts(events.size(), List.of()))
				: ResponseEntity.status(HttpStatus.ACCEPTED)
					.body(new Receipts(events.size(), events.stream().map(this.publisher::publish).toList()));
	}

	/**
	 * The hub's word for every record that a resource makes.
	 *
	 * @param records how many records it makes
	 * @param receipts a receipt for each; none in a dry run
	 */
	record Receipts(int records, List<Receipt> receipts) {

	}

}
