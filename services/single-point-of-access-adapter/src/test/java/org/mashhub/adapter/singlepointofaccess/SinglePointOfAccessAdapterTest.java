package org.mashhub.adapter.singlepointofaccess;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.OpenApiDocument;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.singlepointofaccess.v1.PublicContactReceived;
import org.mashhub.hub.v1.SealedReferrer;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
@ExtendWith(OutputCaptureExtension.class)
class SinglePointOfAccessAdapterTest {

	private static final String PATH = "/single-point-of-access/public-contacts";

	private static final String CONTACT = example("public-contact.json");

	private static final String SEALED = example("public-contact-sealed.json");

	private final RecordedEvents events;

	private final AgencyClient frontDoor;

	SinglePointOfAccessAdapterTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.frontDoor = new AgencyClient(http, "single-point-of-access", "FB-MASH");
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("single-point-of-access", this.frontDoor);
	}

	@Test
	void publishesAContactWithWhomItSpeaksOf() {
		assertThat(this.frontDoor.send(PATH, CONTACT)).hasStatus(HttpStatus.ACCEPTED);

		PublicContactReceived event = this.events.last(PublicContactReceived.class);
		assertThat(this.events.last().topic()).isEqualTo("single-point-of-access.public-contact-received.v1");
		assertThat(this.events.last().key()).isEqualTo("single-point-of-access/SPA-2025-1188");
		assertThat(event.getContactReference()).contains("C-20251124-031");
		assertThat(event.getSourceCode()).isEqualTo("1A");
		assertThat(event.getAnonymous()).isFalse();
		assertThat(event.getWishesToBeSealed()).isFalse();
		assertThat(event.getLocation().orElseThrow().getUprn()).contains("999900000172");
		assertThat(event.getConcernCategories()).containsExactly("HOME_CONDITIONS", "UNKNOWN_ADULTS");
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("child-1", PersonRole.CHILD), tuple("mother-1", PersonRole.MOTHER),
					tuple("partner-1", PersonRole.PARTNER), tuple("household-member-1", PersonRole.HOUSEHOLD_MEMBER),
					tuple("informant", PersonRole.WITNESS));
		assertThat(event.getInformantRef()).contains("informant");
		assertThat(event.getRelationships()).extracting("from", "kind", "to", "status")
			.containsExactly(tuple("mother-1", RelationshipKind.PARENT_OF, "child-1", RelationshipStatus.CLAIMED),
					tuple("partner-1", RelationshipKind.LIVES_WITH, "child-1", RelationshipStatus.CLAIMED),
					tuple("partner-1", RelationshipKind.PARTNER_OF, "mother-1", RelationshipStatus.CLAIMED),
					tuple("household-member-1", RelationshipKind.LIVES_WITH, "child-1", RelationshipStatus.CLAIMED));
		assertThat(event.getSummary()).hasValueSatisfying((text) -> assertThat(text).contains("The caller"));
	}

	@Test
	void keepsVisibleThatItWasToldTwoWeeksLater() {
		this.frontDoor.send(PATH, CONTACT);

		PublicContactReceived event = this.events.last(PublicContactReceived.class);
		assertThat(event.getObservedFrom()).contains(LocalDate.of(2025, 11, 8));
		assertThat(event.getObservedTo()).contains(LocalDate.of(2025, 11, 10));
		assertThat(event.getReportedAt()).isEqualTo(Instant.parse("2025-11-24T10:05:00Z"));
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-11-24T10:05:00Z"));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.EXACT);
	}

	@Test
	void sealsWhoAskedForItBeforeTheContactIsPublished() {
		int before = this.events.size();

		assertThat(this.frontDoor.send(PATH, SEALED)).hasStatus(HttpStatus.ACCEPTED);

		assertThat(newSince(before)).extracting(RecordedEvents.Entry::topic)
			.containsExactly("hub.sealed-referrers.v1", "single-point-of-access.public-contact-received.v1");
		RecordedEvents.Entry seal = newSince(before).getFirst();
		assertThat(seal.key()).isEqualTo("FB-MASH/SPA-2025-1190");
		PublicContactReceived contact = this.events.last(PublicContactReceived.class);
		assertThat(contact.getWishesToBeSealed()).isTrue();
		assertThat(contact.getSameCallerAs()).contains("C-20251103-012");
		assertThat(seal.event()).isInstanceOfSatisfying(SealedReferrer.class, (sealed) -> {
			assertThat(sealed.getReceiptId()).isEqualTo(contact.getHeader().getReceiptId());
			assertThat(sealed.getOrganisationCode()).isEqualTo("FB-MASH");
			assertThat(sealed.getContactRecordId()).isEqualTo("SPA-2025-1190");
			assertThat(sealed.getGivenNames()).containsExactly("Rosalind");
			assertThat(sealed.getFamilyName()).contains("Quayle");
			assertThat(sealed.getContacts()).extracting("value")
				.containsExactly("01632 960255", "r.quayle@example.org");
			assertThat(sealed.getRelationToChild()).contains("neighbour");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "public-contact.json", "public-contact-sealed.json" })
	void saysNowhereButUnderSealWhoCalled(String file, CapturedOutput output) {
		int before = this.events.size();

		MvcTestResult answer = this.frontDoor.send(PATH, example(file));

		assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
		for (RecordedEvents.Entry entry : newSince(before)) {
			if (!(entry.event() instanceof SealedReferrer)) {
				assertSilent(entry.topic() + entry.key() + entry.event());
				assertSilent(new String(RecordedEvents.written(entry.event()), StandardCharsets.UTF_8));
			}
			assertSilent(entry.key());
		}
		assertSilent(output.getAll());
		assertThat(answer).bodyText().satisfies(SinglePointOfAccessAdapterTest::assertSilent);
	}

	@Test
	void publishesAnAnonymousContactWithoutASeal() {
		int before = this.events.size();

		assertThat(this.frontDoor.send(PATH, example("public-contact-anonymous.json"))).hasStatus(HttpStatus.ACCEPTED);

		assertThat(newSince(before)).hasSize(1);
		PublicContactReceived event = this.events.last(PublicContactReceived.class);
		assertThat(event.getAnonymous()).isTrue();
		assertThat(event.getObservedFrom()).isEmpty();
		assertThat(event.getPeople()).extracting(PersonMention::getRole).containsExactly(PersonRole.ASSOCIATE);
	}

	@Test
	void takesABlankReferrerForNone() {
		int before = this.events.size();

		String blank = SEALED.replaceAll("(?s)\"referrer\": \\{.*?\\}", "\"referrer\": { \"wishesToBeSealed\": true }");

		assertThat(this.frontDoor.send(PATH, blank)).hasStatus(HttpStatus.ACCEPTED);
		assertThat(newSince(before)).hasSize(1);
		assertThat(this.events.last(PublicContactReceived.class).getWishesToBeSealed()).isFalse();
	}

	@Test
	void publishesNeitherContactNorSealInADryRun() {
		int before = this.events.size();

		MvcTestResult one = this.frontDoor.sendWithHeader(PATH, SEALED, MediaType.APPLICATION_JSON, "Mash-Dry-Run",
				"true");
		MvcTestResult batch = this.frontDoor.sendWithHeader(PATH, SEALED.replace("\n", " ") + "\n",
				MediaType.parseMediaType("application/x-ndjson"), "Mash-Dry-Run", "true");

		assertThat(one).hasStatusOk();
		assertThat(batch).hasStatusOk().bodyText().contains("\"accepted\":1");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void sealsEachOfABatch() {
		int before = this.events.size();

		MvcTestResult batch = this.frontDoor.send(PATH,
				SEALED.replace("\n", " ") + "\n" + CONTACT.replace("\n", " ") + "\n",
				MediaType.parseMediaType("application/x-ndjson"),
				AgencyClient.token("single-point-of-access", "FB-MASH"));

		assertThat(batch).bodyText().contains("\"accepted\":2");
		assertThat(newSince(before)).filteredOn((entry) -> entry.event() instanceof SealedReferrer).hasSize(2);
	}

	@Test
	void leavesNothingUnderTheSealOfAWithdrawnContact() {
		int before = this.events.size();

		assertThat(this.frontDoor.send(PATH, example("public-contact-withdrawn.json"))).hasStatus(HttpStatus.ACCEPTED);

		assertThat(newSince(before).getFirst().key()).isEqualTo("FB-MASH/SPA-2025-1190");
		assertThat(newSince(before).getFirst().event()).isInstanceOfSatisfying(SealedReferrer.class, (sealed) -> {
			assertThat(sealed.getGivenNames()).isEmpty();
			assertThat(sealed.getFamilyName()).isEmpty();
			assertThat(sealed.getContacts()).isEmpty();
		});
		assertThat(this.events.last(PublicContactReceived.class).getHeader().getRecordState())
			.isEqualTo(RecordState.ENTERED_IN_ERROR);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					"contactSourceCode": "1B" ~ "contactSourceCode": "3A" ~ contactSourceCode ~ professional ~ 422
					"contactSourceCode": "1B" ~ "contactSourceCode": "9" ~ referrer ~ wishesToBeSealed ~ 422
					"observedFrom": "2025-11-22" ~ "observedFrom": "2025-11-26" ~ reportedAt ~ before ~ 422
					"observedFrom": "2025-11-22" ~ "observedFrom": "2025-11-22", "observedTo": "2025-11-20" ~ observedTo ~ Exchange ~ 422
					"NEGLECT" ~ "SADNESS" ~ concerns[0] ~ HOME_CONDITIONS ~ 400
					"description": "baby girl of about two months" ~ "sex": "FEMALE" ~ children[0] ~ description ~ 422
					"description": "baby girl of about two months" ~ "forenames": "rosalind", "surname": "QUAYLE" ~ children[0] ~ leave referrer out ~ 422
					The caller heard ~ Mrs Quayle's view: heard ~ summary ~ the caller ~ 422
					The caller heard ~ Ring 01632 960255 about it: heard ~ summary ~ the caller ~ 422
					"children": [ ~ "informant": { "forenames": "Rosalind", "surname": "Quayle" }, "children": [ ~ informant ~ leave this entry out ~ 422
					""")
	void namesFieldAndRemedy(String right, String wrong, String field, String remedy, int status) {
		int before = this.events.size();

		MvcTestResult answer = this.frontDoor.send(PATH, SEALED.replace(right, wrong));

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().satisfies(SinglePointOfAccessAdapterTest::assertSilent).doesNotContain("SADNESS");
		assertThat(this.events.size()).isEqualTo(before);
		assertThat(this.events.rejected()).as("kept for mending").isEmpty();
	}

	@Test
	void refusesAContactThatSpeaksOfNobody() {
		MvcTestResult answer = this.frontDoor.send(PATH,
				SEALED.replaceAll("(?s)\"children\": \\[.*?\\],\\s*\"summary\"", "\"summary\""));

		Refusals.assertNames(answer, 422, "children", "withdrawn");
	}

	@Test
	void letsAFamilyShareItsNameWithTheCaller() {
		String aunt = CONTACT.replace("Thackeray", "Marlow")
			.replace("two men asleep", "two men asleep at the Marlow home");

		assertThat(this.frontDoor.send(PATH, aunt)).hasStatus(HttpStatus.ACCEPTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "public-contact.json", "public-contact-sealed.json", "public-contact-anonymous.json",
			"public-contact-withdrawn.json" })
	void takesItsExamples(String file) {
		assertThat(this.frontDoor.send(PATH, example(file))).hasStatus(HttpStatus.ACCEPTED);
	}

	@Test
	void takesATableOfTheFrontDoorsOwnForm() throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(example("public-contacts.csv").getBytes(StandardCharsets.UTF_8)),
				PublicContactNotice.class, CsvMapping.read(new StringReader(example("public-contacts-mapping.yml"))),
				10_000);
		int before = this.events.size();

		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			assertThat(this.frontDoor.send(PATH, new String(line.get().json(), StandardCharsets.UTF_8)))
				.hasStatus(HttpStatus.ACCEPTED);
		}

		assertThat(newSince(before)).extracting((entry) -> entry.event().getClass().getSimpleName())
			.containsExactly("SealedReferrer", "PublicContactReceived", "PublicContactReceived");
		assertThat(this.events.last(PublicContactReceived.class).getAnonymous()).isTrue();
	}

	@Test
	void describesItself() {
		assertThat(this.frontDoor.fetch("/v3/api-docs")).bodyJson()
			.extractingPath("$.paths['" + PATH + "'].post.requestBody.content")
			.asMap()
			.containsKeys("application/json", "text/csv");
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.frontDoor.send(PATH, CONTACT, MediaType.APPLICATION_JSON, AgencyClient.token("police", "FBP")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private List<RecordedEvents.Entry> newSince(int before) {
		return this.events.all().subList(before, this.events.size());
	}

	private static void assertSilent(String text) {
		assertThat(text).doesNotContainIgnoringCase("Winifred", "Thackeray", "900418", "great-aunt", "Rosalind",
				"Quayle", "960255");
	}

	private static String example(String file) {
		return AgencyClient.example("single-point-of-access/" + file);
	}

}
