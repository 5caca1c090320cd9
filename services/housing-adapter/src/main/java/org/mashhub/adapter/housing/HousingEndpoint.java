package org.mashhub.adapter.housing;

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

/** Where a landlord's systems send. */
@RestController
@RequestMapping(path = "/housing", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "housing")
class HousingEndpoint {

	private final HousingTranslator translator;

	private final EventPublisher publisher;

	HousingEndpoint(HousingTranslator translator, EventPublisher publisher) {
		this.translator = translator;
		this.publisher = publisher;
	}

	@PostMapping("/moves")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A household moved", description = "Scope publish:housing")
	@Examples({ "housing/move.json", "housing/move-corrected.json" })
	Receipt move(Sender sender, @RequestBody @Valid MoveNotice notice) {
		return this.publisher.publish(this.translator.move(sender, notice));
	}

}
