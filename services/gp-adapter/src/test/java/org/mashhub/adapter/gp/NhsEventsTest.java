package org.mashhub.adapter.gp;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.gp.v1.DeathNotified;
import org.mashhub.event.gp.v1.RegistrationChanged;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class NhsEventsTest {

	private static final MediaType CLOUD_EVENT = MediaType
		.parseMediaType("application/cloudevents+json; charset=utf-8");

	private static final String CHANGE = AgencyClient.example("gp/nhs-change-of-gp.json");

	private static final String DEATH = AgencyClient.example("gp/nhs-death-notification.json");

	private final RecordedEvents events;

	private final AgencyClient practice;

	NhsEventsTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.practice = new AgencyClient(http, "gp", "Y99001");
	}

	@Test
	void publishesAChangeOfPractice() {
		assertThat(send(CHANGE)).hasStatus(HttpStatus.ACCEPTED);

		RegistrationChanged event = this.events.last(RegistrationChanged.class);
		assertThat(this.events.last().key()).isEqualTo("gp/pds-change-of-gp/236a1d4a-5d69-4fa9-9c7f-e72bf505aa5b");
		assertThat(event.getNewPractice()).contains("Y99001");
		assertThat(event.getPreviousPractice()).isEmpty();
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2025, 12, 1));
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-01T09:15:00Z"));
		assertThat(event.getPeople()).singleElement().satisfies((patient) -> {
			assertThat(patient.getIdentifiers()).extracting("scheme", "value", "verified")
				.containsExactly(tuple("NHS_NUMBER", "9990000018", true));
			assertThat(patient.getGpPractice()).contains("Y99001");
		});
		assertThat(event.toString()).doesNotContain("api.service.nhs.uk");
	}

	@Test
	void publishesADeath() {
		assertThat(send(DEATH)).hasStatus(HttpStatus.ACCEPTED);

		DeathNotified event = this.events.last(DeathNotified.class);
		assertThat(this.events.last().key()).startsWith("gp/pds-death-notification/").doesNotContain("9990000042");
		assertThat(event.getDiedOn()).isEmpty();
		assertThat(event.getIdentityConfirmedBy()).contains("REGISTRAR_OF_DEATHS");
		assertThat(event.getPeople()).singleElement().extracting("ref").isEqualTo(event.getDeceasedRef());
	}

	@Test
	void withdrawsADeathByALaterSignalThatItWasRemoved() {
		send(DEATH.replace("\"2\"", "\"1\""));
		DeathNotified told = this.events.last(DeathNotified.class);

		send(DEATH.replace("\"2\"", "\"U\"").replace("963b28e0", "963b28e1").replace("T08:00", "T09:00"));

		DeathNotified removed = this.events.last(DeathNotified.class);
		assertThat(told.getIdentityConfirmedBy()).isEmpty();
		assertThat(removed.getHeader().getRecordState()).isEqualTo(RecordState.RETRACTED);
		assertThat(removed.getHeader().getSourceRecordId()).isEqualTo(told.getHeader().getSourceRecordId());
		assertThat(removed.getHeader().getSourceVersion()).isGreaterThan(told.getHeader().getSourceVersion());
	}

	@Test
	void passesOverWhatCloudEventsAllowsBeside() {
		assertThat(send(CHANGE.replace("\"specversion\"", "\"traceparent\": \"00-ab\", \"specversion\"")))
			.hasStatus(HttpStatus.ACCEPTED);
	}

	@Test
	void takesManySignalsOneALine() {
		MvcTestResult answer = this.practice.send("/gp/nhs-events",
				CHANGE.replace("\n", "") + "\n" + DEATH.replace("\n", "") + "\n",
				MediaType.parseMediaType("application/x-ndjson"), AgencyClient.token("gp", "Y99001"));

		assertThat(answer).hasStatusOk().bodyText().contains("\"accepted\":2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					"pds-change-of-gp-2" ~ "imms-vaccinations-1" ~ type ~ pds-death-notification-2
					"pds-change-of-gp-2" ~ "nhs-number-change-2" ~ type ~ both numbers
					"generalpractitioner": "Y99001" ~ "registrationencountercode": "3" ~ filtering.generalpractitioner ~ signal leaves out
					"Y99001" ~ "the surgery" ~ filtering.generalpractitioner ~ capital letters
					"9990000018", ~ "9990000019", ~ subject ~ check digit
					"specversion": "1.0" ~ "specversion": "0.3" ~ specversion ~ 1.0
					"2025-12-01T09:15:00Z" ~ "2999-12-01T09:15:00Z" ~ time ~ placeholder
					"filtering" ~ "data": { "name": "Ava" }, "filtering" ~ data ~ without data
					""")
	void refusesASignalThatCannotBeRight(String right, String wrong, String field, String remedy) {
		MvcTestResult answer = send(CHANGE.replace(right, wrong));

		Refusals.assertNames(answer, 422, field, remedy);
		assertThat(answer).bodyText().doesNotContain("the surgery", "9990000019", "2999", "Ava", "imms");
	}

	@Test
	void refusesADeathSignalThatMayAsWellMeanThatNobodyDied() {
		Refusals.assertNames(send(DEATH.replace("\"deathnotificationstatus\": \"2\"", "")), 422,
				"filtering.deathnotificationstatus", "taken back");
	}

	private MvcTestResult send(String body) {
		return this.practice.send("/gp/nhs-events", body, CLOUD_EVENT, AgencyClient.token("gp", "Y99001"));
	}

}
