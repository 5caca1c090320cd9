package org.mashhub.adapter.gp;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventPublisher;
import org.mashhub.adapter.kit.Examples;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.Receipt;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.UnreadableNoticeException;
import org.mashhub.adapter.kit.fhir.FhirReader;
import org.mashhub.event.common.v1.RecordState;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a practice's systems send FHIR R4: one resource, or a Bundle. Many resources, one
 * a line, are the kit's to take, as of every other kind of record.
 */
@RestController
@RequestMapping("/gp/fhir")
@Tag(name = "gp")
class GpEndpoint {

	static final String FHIR_JSON = "application/fhir+json";

	private static final String STATE = "Mash-Record-State";

	private static final String DRY_RUN = "Mash-Dry-Run";

	private static final String WITHOUT_STATE = "!" + STATE;

	private static final String WITHOUT_DRY_RUN = "!" + DRY_RUN;

	private final FhirReader reader;

	private final FhirTranslator translator;

	private final EventPublisher publisher;

	private final BundleIntake bundles;

	GpEndpoint(FhirReader reader, FhirTranslator translator, EventPublisher publisher, BundleIntake bundles) {
		this.reader = reader;
		this.translator = translator;
		this.publisher = publisher;
		this.bundles = bundles;
	}

	@PostMapping(path = "/{type:Appointment|Flag|ImmunizationRecommendation|Immunization|Patient}",
			consumes = { FHIR_JSON, MediaType.APPLICATION_JSON_VALUE }, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "gp-fhir-resource",
			summary = "A practice recorded something that the hub takes, as a FHIR R4 resource", description = """
					Appointment: a patient was not brought, or did not attend. Flag: a parent has a need, by category. \
					Immunization and ImmunizationRecommendation: where an immunisation of the routine schedule stands. \
					Patient: a registration began, ended or moved, or the patient has died. Scope publish:gp""",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = FHIR_JSON, schema = @Schema(type = "object"))))
	@ApiResponse(responseCode = "202", description = "The hub holds the record for good",
			content = @Content(schema = @Schema(implementation = Receipt.class)))
	@ApiResponse(responseCode = "200", description = "Of a dry run: what would be published",
			content = @Content(schema = @Schema(implementation = Preview.class)))
	@Examples({ "gp/appointment-noshow.json", "gp/flag.json", "gp/immunization-recommendation-overdue.json",
			"gp/immunization-declined.json", "gp/patient-registered.json", "gp/patient-deceased.json" })
	ResponseEntity<Object> resource(Sender sender, @PathVariable String type,
			@RequestHeader(name = STATE, required = false) @Nullable RecordState state,
			@RequestHeader(name = DRY_RUN, defaultValue = "false") boolean dryRun, @RequestBody byte[] body) {
		return publish(this.translator.alone(sender, tree(body, type), state), dryRun);
	}

	@PostMapping(path = "/Bundle", consumes = { FHIR_JSON, MediaType.APPLICATION_JSON_VALUE },
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "gp-fhir-bundle", summary = "A practice recorded several things, as a FHIR R4 Bundle",
			description = """
					A Bundle of type message or collection; each entry is a record of its own and has its own result. \
					Entries may refer to each other. Scope publish:gp""",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = FHIR_JSON, schema = @Schema(type = "object"))))
	@ApiResponse(responseCode = "200", description = "What became of each entry",
			content = @Content(schema = @Schema(implementation = BundleIntake.Answer.class)))
	@Examples("gp/bundle-message.json")
	ResponseEntity<Object> bundle(Sender sender,
			@RequestHeader(name = STATE, required = false) @Nullable RecordState state,
			@RequestHeader(name = DRY_RUN, defaultValue = "false") boolean dryRun, @RequestBody byte[] body,
			HttpServletRequest request, HttpServletResponse response) {
		return bundle(sender, state, dryRun, tree(body, FhirBundle.TYPE), request, response);
	}

	@PostMapping(consumes = { FHIR_JSON, MediaType.APPLICATION_JSON_VALUE },
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Hidden
	ResponseEntity<Object> any(Sender sender,
			@RequestHeader(name = STATE, required = false) @Nullable RecordState state,
			@RequestHeader(name = DRY_RUN, defaultValue = "false") boolean dryRun, @RequestBody byte[] body,
			HttpServletRequest request, HttpServletResponse response) {
		ObjectNode tree = this.reader.tree(body);
		return FhirReader.typeOf(tree).equals(FhirBundle.TYPE) ? bundle(sender, state, dryRun, tree, request, response)
				: publish(this.translator.alone(sender, tree, state), dryRun);
	}

	/** Most requests have no such headers, and to ask for them costs. */
	@PostMapping(path = "/{type:Appointment|Flag|ImmunizationRecommendation|Immunization|Patient}",
			headers = { WITHOUT_STATE, WITHOUT_DRY_RUN }, consumes = { FHIR_JSON, MediaType.APPLICATION_JSON_VALUE },
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Hidden
	ResponseEntity<Object> plainResource(Sender sender, @PathVariable String type, @RequestBody byte[] body) {
		return resource(sender, type, null, false, body);
	}

	@PostMapping(headers = { WITHOUT_STATE, WITHOUT_DRY_RUN },
			consumes = { FHIR_JSON, MediaType.APPLICATION_JSON_VALUE }, produces = MediaType.APPLICATION_JSON_VALUE)
	@Hidden
	ResponseEntity<Object> plain(Sender sender, @RequestBody byte[] body, HttpServletRequest request,
			HttpServletResponse response) {
		return any(sender, null, false, body, request, response);
	}

	/**
	 * The kit would take a table of every kind that it takes as lines; no resource is
	 * one.
	 */
	@PostMapping(consumes = "text/csv")
	@Hidden
	void table() throws HttpMediaTypeNotSupportedException {
		throw new HttpMediaTypeNotSupportedException(MediaType.parseMediaType("text/csv"),
				List.of(MediaType.parseMediaType(FHIR_JSON), MediaType.APPLICATION_JSON,
						MediaType.parseMediaType(FhirMediaTypes.FHIR_NDJSON)));
	}

	private ResponseEntity<Object> bundle(Sender sender, @Nullable RecordState state, boolean dryRun, ObjectNode tree,
			HttpServletRequest request, HttpServletResponse response) {
		if (state != null) {
			throw new NoticeRefusedException(List.of(new FieldProblem(STATE, "is sent with a Bundle",
					"Withdraw each record by a request of its own, or let its resource say entered-in-error.")));
		}
		BundleIntake.Answer answer = this.bundles.take(sender, new FhirBundle(tree, this.reader), dryRun, request,
				response);
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
	}

	private ResponseEntity<Object> publish(SpecificRecord event, boolean dryRun) {
		return dryRun ? ResponseEntity.ok(Preview.of(event))
				: ResponseEntity.status(HttpStatus.ACCEPTED).body(this.publisher.publish(event));
	}

	private ObjectNode tree(byte[] body, String type) {
		ObjectNode tree = this.reader.tree(body);
		if (!FhirReader.typeOf(tree).equals(type)) {
			throw new UnreadableNoticeException(new FieldProblem("resourceType", "is another type of resource",
					"Send a " + type + " to this endpoint."));
		}
		return tree;
	}

}
