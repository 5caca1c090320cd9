package org.mashhub.adapter.kit.sample;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.EventPublisher;
import org.mashhub.adapter.kit.Examples;
import org.mashhub.adapter.kit.Receipt;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.MoveInitiator;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The adapter of a fictional agency. */
@SpringBootApplication(scanBasePackages = "org.mashhub.adapter.kit")
public class SampleService {

	@Bean
	AgencyEndpoints sampleEndpoints() {
		return new AgencyEndpoints("sample", "/sample");
	}

	@Bean
	AgencyEndpoints otherEndpoints() {
		return new AgencyEndpoints("other", "/other");
	}

	/** What the agency sends. */
	record Notice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @NotBlank String note) {

	}

	@RestController
	static class Endpoint {

		private final EventHeaders headers;

		private final EventPublisher publisher;

		Endpoint(EventHeaders headers, EventPublisher publisher) {
			this.headers = headers;
			this.publisher = publisher;
		}

		@PostMapping(path = "/sample/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
		@ResponseStatus(HttpStatus.ACCEPTED)
		@Examples("sample/note.json")
		Receipt note(Sender sender, @RequestBody @Valid Notice notice) {
			LocalDate day = LocalDate.of(2025, 10, 31);
			return this.publisher.publish(HouseholdMoved.newBuilder()
				.setHeader(this.headers.header(sender, notice.record(), notice.sharing(),
						new SharingDefaults("a basis", HandlingCode.STANDARD), HouseholdMoved.class, day))
				.setMovedOn(day)
				.setInitiatedBy(MoveInitiator.UNKNOWN)
				.build());
		}

	}

}
