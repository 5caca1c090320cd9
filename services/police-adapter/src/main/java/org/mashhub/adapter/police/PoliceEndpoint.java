package org.mashhub.adapter.police;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.mashhub.adapter.kit.EventPublisher;
import org.mashhub.adapter.kit.Examples;
import org.mashhub.adapter.kit.Receipt;
import org.mashhub.adapter.kit.Sender;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a force's systems send. */
@RestController
@RequestMapping(path = "/police", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "police")
class PoliceEndpoint {

	private final PoliceTranslator translator;

	private final EventPublisher publisher;

	PoliceEndpoint(PoliceTranslator translator, EventPublisher publisher) {
		this.translator = translator;
		this.publisher = publisher;
	}

	@PostMapping("/incidents")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "An incident was logged", description = "Scope publish:police")
	@Examples({ "police/incident.json", "police/incident-unidentified.json", "police/incident-retracted.json" })
	Receipt incident(Sender sender, @RequestBody @Valid IncidentNotice notice) {
		return this.publisher.publish(this.translator.incident(sender, notice));
	}

	@PostMapping("/custody")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A person's standing with custody or the courts changed", description = "Scope publish:police")
	@Examples("police/custody.json")
	Receipt custody(Sender sender, @RequestBody @Valid CustodyNotice notice) {
		return this.publisher.publish(this.translator.custody(sender, notice));
	}

}
