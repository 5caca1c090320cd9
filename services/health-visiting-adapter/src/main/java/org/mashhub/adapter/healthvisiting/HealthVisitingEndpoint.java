package org.mashhub.adapter.healthvisiting;

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

/** Where a health visiting service's systems send. */
@RestController
@RequestMapping(path = "/health-visiting", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "health-visiting")
class HealthVisitingEndpoint {

	private final HealthVisitingTranslator translator;

	private final EventPublisher publisher;

	HealthVisitingEndpoint(HealthVisitingTranslator translator, EventPublisher publisher) {
		this.translator = translator;
		this.publisher = publisher;
	}

	@PostMapping("/home-visits")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A health visitor was at the home", description = "Scope publish:health-visiting")
	@Examples({ "health-visiting/home-visit.json", "health-visiting/home-visit-unknown-man.json" })
	Receipt homeVisit(Sender sender, @RequestBody @Valid HomeVisitNotice notice) {
		return this.publisher.publish(this.translator.homeVisit(sender, notice));
	}

	@PostMapping("/birth-visits")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A health visitor made the new birth visit", description = "Scope publish:health-visiting")
	@Examples("health-visiting/birth-visit.json")
	Receipt birthVisit(Sender sender, @RequestBody @Valid BirthVisitNotice notice) {
		return this.publisher.publish(this.translator.birthVisit(sender, notice));
	}

}
