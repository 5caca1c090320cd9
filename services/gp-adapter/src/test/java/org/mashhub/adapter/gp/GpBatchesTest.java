package org.mashhub.adapter.gp;

import java.util.Collections;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.gp.v1.AppointmentNotBrought;
import org.mashhub.event.gp.v1.ParentalHealthFlagged;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class GpBatchesTest {

	private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

	private static final MediaType LINES = MediaType.parseMediaType("application/fhir+ndjson");

	private static final String BUNDLE = AgencyClient.example("gp/bundle-message.json");

	private static final String NO_SHOW = AgencyClient.example("gp/appointment-noshow.json")
		.replaceAll("\\s*\n\\s*", " ");

	private final RecordedEvents events;

	private final AgencyClient practice;

	GpBatchesTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.practice = new AgencyClient(http, "gp", "Y99001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/gp/fhir", "/gp/fhir/Bundle" })
	void takesEachEntryOfABundleAsARecordAndResolvesWhatItRefersTo(String path) {
		int before = this.events.size();

		MvcTestResult answer = send(path, BUNDLE, FHIR);

		assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("batch-response");
		assertThat(answer).bodyJson().extractingPath("$.accepted").isEqualTo(2);
		assertThat(answer).bodyJson()
			.extractingPath("$.entry[*].status")
			.asArray()
			.containsExactly(200, 202, 200, 200, 202, 200);
		assertThat(answer).bodyJson().extractingPath("$.entry[1].receiptId").asString().isNotBlank();
		assertThat(this.events.size()).isEqualTo(before + 2);
		assertThat(this.events.last(ParentalHealthFlagged.class).getPeople()).singleElement()
			.satisfies((parent) -> assertThat(parent.getNames().getFirst().getFamily()).contains("Dale"));
	}

	@Test
	void resolvesAPatientAndItsMotherFromOtherEntries() {
		send("/gp/fhir", BUNDLE.replaceFirst("\"resourceType\": \"Flag\"", "\"resourceType\": \"Condition\""), FHIR);

		AppointmentNotBrought event = this.events.last(AppointmentNotBrought.class);
		assertThat(event.getPeople()).extracting("ref").containsExactly("patient", "mother-1");
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("mother-1", RelationshipKind.PARENT_OF, "patient"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"noshow" ~ "fulfilled" ~ 422 ~ Appointment.status
			"noshow" ~ "ran away" ~ 400 ~ status
			Patient/pat-77120" }, "status" ~ Patient/pat-unknown" }, "status" ~ 422 ~ Appointment.participant
			"resourceType": "Appointment" ~ "resourceType": "Condition" ~ 422 ~ resourceType
			9990000018 ~ 9990000019 ~ 422 ~ Patient.identifier[0].value
			""")
	void answersABadEntryAsIfItHadComeAloneAndTakesTheRest(String right, String wrong, int status, String field) {
		MvcTestResult answer = send("/gp/fhir", BUNDLE.replace(right, wrong), FHIR);

		assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
		assertThat(answer).bodyJson().extractingPath("$.entry[1].status").isEqualTo(status);
		assertThat(answer).bodyJson().extractingPath("$.entry[1].problem.errors[0].field").isEqualTo(field);
		assertThat(answer).bodyJson().extractingPath("$.entry[4].status").isEqualTo(202);
		assertThat(answer).bodyJson().extractingPath("$.refused").isEqualTo(1);
		assertThat(answer).bodyText().doesNotContain("fulfilled", "ran away", "pat-unknown", "9990000019");
	}

	@Test
	void takesAPatientOfABundleForARecordWhenItSaysSomethingItself() {
		MvcTestResult answer = send("/gp/fhir", """
				{ "resourceType": "Bundle", "type": "collection", "entry": [ { "resource": %s }, { "resource": %s },
				{ "fullUrl": "urn:uuid:1" }, 7 ] }
				""".formatted(AgencyClient.example("gp/patient-registered.json"),
				AgencyClient.example("gp/patient-deceased.json")), FHIR);

		assertThat(answer).bodyJson().extractingPath("$.entry[*].status").asArray().containsExactly(202, 202, 422, 422);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refusesAResourceThatStandsTwiceInABundleWithOtherContent(boolean dryRun) {
		String other = NO_SHOW.replace("T09:30:00Z", "T10:30:00Z");
		String bundle = """
				{ "resourceType": "Bundle", "type": "collection", "entry": [ { "resource": %s }, { "resource": %s },
				{ "resource": %s } ] }
				""".formatted(NO_SHOW, NO_SHOW, other);

		MvcTestResult answer = this.practice.sendWithHeader("/gp/fhir", bundle, FHIR, "Mash-Dry-Run",
				Boolean.toString(dryRun));

		int taken = dryRun ? 200 : 202;
		assertThat(other).isNotEqualTo(NO_SHOW);
		assertThat(answer).bodyJson().extractingPath("$.entry[*].status").asArray().containsExactly(taken, taken, 422);
		assertThat(answer).bodyJson().extractingPath("$.entry[2].problem.errors[0].field").isEqualTo("Appointment.id");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"id": "header", ~ 0 ~ MessageHeader.modifierExtension
			"status": "noshow", ~ 1 ~ Appointment.modifierExtension
			""")
	void refusesAnEntryWithAModifierThatItDoesNotKnow(String element, int entry, String field) {
		MvcTestResult answer = send("/gp/fhir", BUNDLE.replace(element,
				element + " \"modifierExtension\": [{ \"url\": \"urn:not\", \"valueBoolean\": true }],"), FHIR);

		assertThat(answer).bodyJson().extractingPath("$.entry[" + entry + "].status").isEqualTo(422);
		assertThat(answer).bodyJson().extractingPath("$.entry[" + entry + "].problem.errors[0].field").isEqualTo(field);
	}

	@Test
	void publishesNothingOfABundleInADryRun() {
		int before = this.events.size();

		MvcTestResult answer = this.practice.sendWithHeader("/gp/fhir", BUNDLE, FHIR, "Mash-Dry-Run", "true");

		assertThat(answer).bodyJson()
			.extractingPath("$.entry[1].wouldPublish")
			.isEqualTo("gp.appointment-not-brought.v1");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void refusesABundleThatIsNone() {
		Refusals.assertNames(send("/gp/fhir", BUNDLE.replace("\"message\"", "\"transaction\""), FHIR), 422,
				"Bundle.type", "collection");
		Refusals.assertNames(send("/gp/fhir/Bundle", "{\"resourceType\":\"Bundle\",\"type\":\"message\"}", FHIR), 422,
				"Bundle.entry", "500");
		Refusals.assertNames(
				send("/gp/fhir/Bundle",
						"{\"resourceType\":\"Bundle\",\"type\":\"message\",\"entry\":["
								+ String.join(",", Collections.nCopies(501, "{}")) + "]}",
						FHIR),
				422, "Bundle.entry", "500");
		Refusals.assertNames(this.practice.sendWithHeader("/gp/fhir", BUNDLE, FHIR, "Mash-Record-State", "RETRACTED"),
				422, "Mash-Record-State", "of its own");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "application/fhir+ndjson", "application/fhir+ndjson; charset=utf-8", "application/x-ndjson" })
	void takesResourcesOneALine(String type) {
		String file = NO_SHOW + "\n\n" + NO_SHOW.replace("\"noshow\"", "\"fulfilled\"") + "\n{ not json\n"
				+ NO_SHOW.replace("apt-20251104-0930", "apt-2") + "\n";

		MvcTestResult answer = send("/gp/fhir", file, MediaType.parseMediaType(type));

		assertThat(answer).hasStatusOk().hasContentType("application/x-ndjson");
		assertThat(answer).bodyText()
			.contains("{\"line\":1,\"status\":202", "{\"line\":3,\"status\":422", "{\"line\":4,\"status\":400",
					"{\"line\":5,\"status\":202", "{\"accepted\":2,\"refused\":2}");
		assertThat(this.events.last().key()).isEqualTo("gp/Appointment/apt-2");
	}

	@Test
	void takesMoreLinesThanOneBodyMayHold() {
		String file = (NO_SHOW + "\n").repeat(400);
		assertThat(file.length()).isGreaterThan(512 * 1024);

		assertThat(send("/gp/fhir", file, LINES)).hasStatusOk().bodyText().contains("{\"accepted\":400,\"refused\":0}");
	}

	@Test
	void refusesABundleAndAnUnknownKindAsALine() {
		assertThat(send("/gp/fhir", "{\"resourceType\":\"Bundle\"}\n{\"resourceType\":\"Condition\"}\n[]\n7\n", LINES))
			.hasStatusOk()
			.bodyText()
			.contains("{\"line\":1,\"status\":422", "{\"line\":2,\"status\":422", "{\"line\":3,\"status\":400",
					"{\"line\":4,\"status\":400");
	}

	@Test
	void describesItsEndpointsWithEveryFormatThatTheyTake() {
		MvcTestResult description = this.practice.fetch("/v3/api-docs");

		assertThat(description).hasStatusOk();
		assertThat(description).bodyJson()
			.extractingPath("$.paths['/gp/fhir'].post.requestBody.content")
			.asMap()
			.containsOnlyKeys("application/fhir+json", "application/fhir+ndjson", "application/json",
					"application/x-ndjson");
		assertThat(description).bodyJson()
			.extractingPath("$.paths['/gp/fhir/Bundle'].post.requestBody.content['application/fhir+json'].examples")
			.asMap()
			.containsKey("bundle-message");
		assertThat(description).bodyJson()
			.extractingPath("$.paths['/gp/nhs-events'].post.requestBody.content")
			.asMap()
			.containsKey("application/cloudevents+json");
	}

	private MvcTestResult send(String path, String body, MediaType type) {
		return this.practice.send(path, body, type, AgencyClient.token("gp", "Y99001"));
	}

}
