package org.mashhub.adapter.gp;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventPublisher;
import org.mashhub.adapter.kit.Examples;
import org.mashhub.adapter.kit.Receipt;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.event.common.v1.RecordState;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a practice's systems send FHIR R4 resources. */
@RestController
@RequestMapping(path = "/gp/fhir", consumes = { GpEndpoint.FHIR_JSON, MediaType.APPLICATION_JSON_VALUE },
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "gp")
class GpEndpoint {

	static final String FHIR_JSON = "application/fhir+json";

	private final FhirReader reader;

	private final GpTranslator translator;

	private final EventPublisher publisher;

	GpEndpoint(FhirReader reader, GpTranslator translator, EventPublisher publisher) {
		this.reader = reader;
		this.translator = translator;
		this.publisher = publisher;
	}

	@PostMapping("/Appointment")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A patient was not brought to an appointment, or did not attend it",
			description = "A FHIR R4 Appointment with status noshow and its patient contained. Scope publish:gp",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = FHIR_JSON, schema = @Schema(type = "object"))))
	@Examples("gp/appointment-noshow.json")
	Receipt appointment(Sender sender, @RequestBody byte[] body) {
		return this.publisher.publish(this.translator.notBrought(sender, this.reader.read(body, Appointment.class)));
	}

	@PostMapping("/Patient")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A patient's registration began, ended or moved",
			description = "A FHIR R4 Patient whose general practitioners carry their periods. Scope publish:gp",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = FHIR_JSON, schema = @Schema(type = "object"))))
	@Examples("gp/patient-registered.json")
	Receipt patient(Sender sender,
			@RequestHeader(name = "Mash-Record-State", required = false) @Nullable RecordState state,
			@RequestBody byte[] body) {
		return this.publisher
			.publish(this.translator.registration(sender, state, this.reader.read(body, Patient.class)));
	}

}
