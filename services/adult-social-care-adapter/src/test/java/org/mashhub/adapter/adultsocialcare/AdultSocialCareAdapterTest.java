package org.mashhub.adapter.adultsocialcare;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;
import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.OpenApiDocument;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.adultsocialcare.v1.AdultReferralReceived;
import org.mashhub.event.adultsocialcare.v1.ServiceChange;
import org.mashhub.event.adultsocialcare.v1.ServiceChanged;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.TimePrecision;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class AdultSocialCareAdapterTest {

	private static final String REFERRAL = example("referral.json");

	private static final String STARTED = example("service-started.json");

	private static final String REFUSED = example("service-refused.json");

	private final RecordedEvents events;

	private final AgencyClient council;

	private final AgencyEndpoints endpoints;

	AdultSocialCareAdapterTest(RecordedEvents events, MockMvcTester http, AgencyEndpoints endpoints) {
		this.events = events;
		this.endpoints = endpoints;
		this.council = new AgencyClient(http, "adult-social-care", "999");
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("adult-social-care", this.council);
	}

	@Test
	void publishesAReferralWithTheChildrenOfTheHome() {
		accept("referrals", REFERRAL);

		AdultReferralReceived event = this.events.last(AdultReferralReceived.class);
		EventHeader header = event.getHeader();
		assertThat(this.events.last().topic()).isEqualTo("adult-social-care.adult-referral-received.v1");
		assertThat(this.events.last().key()).isEqualTo("adult-social-care/ASC-2025-4471");
		assertThat(header.getAgency()).isEqualTo("adult-social-care");
		assertThat(header.getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(header.getLawfulBasis()).contains("Sch 1 para 18");
		assertThat(header.getOccurredAt()).isEqualTo(Instant.parse("2025-11-18T10:20:00Z"));
		assertThat(event.getReferralReference()).contains("AR-4471");
		assertThat(event.getReasonCodes()).containsExactly("CARER_STRAIN", "DISABILITY");
		assertThat(event.getSummary()).isPresent();
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("P-30917", PersonRole.SUBJECT), tuple("P-30918", PersonRole.RELATIVE),
					tuple("child-1", PersonRole.CHILD));
		assertThat(event.getPeople().getFirst().getIdentifiers()).extracting(Identifier::getScheme)
			.containsExactly("NHS_NUMBER", "LOCAL");
		assertThat(event.getPeople().getFirst().getGpPractice()).contains("Y99001");
		assertThat(event.getPeople().getLast().getAddress().orElseThrow().getUprn()).contains("999900000004");
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("P-30917", RelationshipKind.PARENT_OF, "P-30918"),
					tuple("P-30917", RelationshipKind.GRANDPARENT_OF, "child-1"));
	}

	@Test
	void publishesAService() {
		accept("services", STARTED);

		ServiceChanged event = this.events.last(ServiceChanged.class);
		assertThat(this.events.last().topic()).isEqualTo("adult-social-care.service-changed.v1");
		assertThat(event.getService()).isEqualTo("CARER_SUPPORT");
		assertThat(event.getChange()).isEqualTo(ServiceChange.STARTED);
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2025, 12, 1));
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-01T00:00:00Z"));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
	}

	@Test
	void publishesARefusedServiceWithTheHome() {
		accept("services", REFUSED);

		ServiceChanged event = this.events.last(ServiceChanged.class);
		assertThat(event.getChange()).isEqualTo(ServiceChange.REFUSED);
		assertThat(event.getPeople()).extracting(PersonMention::getRef)
			.containsExactly("subject-1", "partner-1", "child-1");
		assertThat(event.getRelationships()).extracting("from", "kind", "to", "status")
			.containsExactly(tuple("partner-1", RelationshipKind.PARTNER_OF, "subject-1", RelationshipStatus.CLAIMED),
					tuple("child-1", RelationshipKind.LIVES_WITH, "subject-1", RelationshipStatus.RECORDED));
	}

	@ParameterizedTest
	@CsvSource({ "PARTNER, PARTNER, from, PARTNER_OF", "CHILD, CHILD, to, PARENT_OF",
			"GRANDCHILD, CHILD, to, GRANDPARENT_OF", "OTHER_CHILD, CHILD, from, LIVES_WITH",
			"ADULT_CHILD, RELATIVE, to, PARENT_OF", "PARENT, RELATIVE, from, PARENT_OF",
			"SIBLING, RELATIVE, from, SIBLING_OF", "OTHER_RELATIVE, RELATIVE, from, OTHER",
			"CARER, HOUSEHOLD_MEMBER, from, CARER_OF", "CARED_FOR, HOUSEHOLD_MEMBER, to, CARER_OF",
			"LODGER, HOUSEHOLD_MEMBER, from, LIVES_WITH", "FRIEND_OR_NEIGHBOUR, HOUSEHOLD_MEMBER, from, LIVES_WITH",
			"OTHER, HOUSEHOLD_MEMBER, from, LIVES_WITH", "NOT_KNOWN, HOUSEHOLD_MEMBER, from, LIVES_WITH" })
	void statesWhatTheAuthorityRecordsAndNoMore(RelationToAdult relation, PersonRole role, String end,
			RelationshipKind kind) {
		accept("services", STARTED.replace("\"service\"", """
				"others": [{ "id": "P-1", "relationToAdult": "%s", "surname": "Hart", "livesWithAdult": true }],
				"service\"""".formatted(relation)));

		ServiceChanged event = this.events.last(ServiceChanged.class);
		assertThat(event.getPeople().getLast().getRole()).isEqualTo(role);
		assertThat(event.getRelationships()).singleElement().satisfies((stated) -> {
			assertThat(stated.getKind()).isEqualTo(kind);
			assertThat(end.equals("from") ? stated.getFrom() : stated.getTo()).isEqualTo("P-1");
		});
	}

	@ParameterizedTest
	@CsvSource({ "OTHER_CHILD, CHILD", "CARER, ASSOCIATE", "NOT_KNOWN, ASSOCIATE", "OTHER, ASSOCIATE" })
	void statesNoHomeOfWhomNobodySaysLivesThere(RelationToAdult relation, PersonRole role) {
		accept("services", STARTED.replace("\"service\"", """
				"others": [{ "id": "P-1", "relationToAdult": "%s", "surname": "Hart" }], "service\""""
			.formatted(relation)));

		ServiceChanged event = this.events.last(ServiceChanged.class);
		assertThat(event.getPeople().getLast().getRole()).isEqualTo(role);
		assertThat(event.getPeople().getLast().getAddress()).isEmpty();
		assertThat(event.getRelationships()).extracting("kind").doesNotContain(RelationshipKind.LIVES_WITH);
	}

	@Test
	void protectsWhoLivesWithAProtectedAdultAsMuchAsTheAdult() {
		accept("referrals", REFERRAL.replace("\"gpPractice\"", "\"addressProtected\": true, \"gpPractice\""));

		assertThat(this.events.last(AdultReferralReceived.class).getPeople())
			.extracting(PersonMention::getAddressProtected)
			.containsOnly(true);
	}

	@Test
	void withdrawsAReferralWithoutNamingAnybodyAgain() {
		accept("referrals", example("referral-withdrawn.json"));

		AdultReferralReceived event = this.events.last(AdultReferralReceived.class);
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.ENTERED_IN_ERROR);
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(2);
		assertThat(event.getPeople()).isEmpty();
	}

	@Test
	void withdrawsAServiceWithoutNamingAnybodyAgain() {
		accept("services",
				withoutAdult(STARTED).replace("\"system\"", "\"version\": 2, \"state\": \"RETRACTED\", \"system\""));

		assertThat(this.events.last(ServiceChanged.class).getPeople()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			9990000034 ~ 9990000035 ~ adult.nhsNumber ~ check digit ~ 422
			999900000004 ~ 1.00E+11 ~ adult.address.uprn ~ spreadsheet ~ 422
			1961-08-08 ~ 08/08/1961 ~ adult.dateOfBirth ~ estimatedAge ~ 422
			"CARER_STRAIN" ~ "cannot cope" ~ reasonCodes[0] ~ capitals ~ 422
			"GRANDCHILD" ~ "SON" ~ others[1].relationToAdult ~ ADULT_CHILD ~ 400
			"relationToAdult": "GRANDCHILD", ~ '' ~ others[1].relationToAdult ~ Send this field ~ 422
			"P-30918" ~ "P-30917" ~ others[0] ~ once ~ 422
			"occurredAt": "2025-11-18T10:20:00Z", ~ '' ~ record.occurredAt ~ offset ~ 422
			"referralReference" ~ "referrer" ~ referrer ~ spelling ~ 400
			""")
	void refusesAReferralThatCannotBeRight(String right, String wrong, String field, String remedy, int status) {
		assertRefused("referrals", REFERRAL.replace(right, wrong), status, field, remedy);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"CARER_SUPPORT" ~ "cannot cope" ~ service ~ capitals ~ 422
			"STARTED" ~ "BEGUN" ~ change ~ REFUSED ~ 400
			"2025-12-01" ~ "2999-12-01" ~ effectiveOn ~ today ~ 422
			""")
	void refusesAServiceThatCannotBeRight(String right, String wrong, String field, String remedy, int status) {
		assertRefused("services", STARTED.replace(right, wrong), status, field, remedy);
	}

	@Test
	void refusesARecordThatStandsAndNamesNobody() {
		assertRefused("services", withoutAdult(STARTED), 422, "adult", "only a withdrawn record");
		assertRefused("referrals", example("referral-withdrawn.json").replace("\"ENTERED_IN_ERROR\"", "\"ACTIVE\""),
				422, "adult", "only a withdrawn record");
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.council.send("/adult-social-care/referrals", REFERRAL, MediaType.APPLICATION_JSON,
				AgencyClient.token("social-care", "999")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void acceptsEveryExample() throws IOException {
		List<String> sent = new ArrayList<>();

		for (NoticeType<?> kind : this.endpoints.notices()) {
			for (String example : kind.examples()) {
				accept(kind.collection(), AgencyClient.example(example));
				sent.add(example.substring("adult-social-care/".length()));
			}
		}

		assertThat(this.council.put("/adult-social-care/feeds", AgencyClient.example("adult-social-care/feeds.json")))
			.hasStatusOk();
		sent.add("feeds.json");
		assertThat(
				new PathMatchingResourcePatternResolver().getResources("classpath*:examples/adult-social-care/*.json"))
			.extracting(Resource::getFilename)
			.containsExactlyInAnyOrderElementsOf(sent);
	}

	@Test
	void takesATableOfServiceEvents() throws IOException {
		List<ServiceChanged> services = new ArrayList<>();
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(example("services.csv").getBytes(StandardCharsets.UTF_8)), ServiceNotice.class,
				CsvMapping.read(new StringReader(example("services-mapping.yml"))), 10_000);

		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			accept("services", new String(line.get().json(), StandardCharsets.UTF_8));
			services.add(this.events.last(ServiceChanged.class));
		}

		assertThat(services).extracting("service", "change")
			.containsExactly(tuple("CARER_SUPPORT", ServiceChange.STARTED),
					tuple("SUBSTANCE_MISUSE_SERVICE", ServiceChange.REFUSED));
		assertThat(services.getLast().getPeople().getFirst().getBirth().orElseThrow().getYear()).contains(1994);
	}

	private void accept(String collection, String body) {
		assertThat(this.council.send("/adult-social-care/" + collection, body)).hasStatus(HttpStatus.ACCEPTED);
	}

	private void assertRefused(String collection, String body, int status, String field, String remedy) {
		int before = this.events.size();

		MvcTestResult answer = this.council.send("/adult-social-care/" + collection, body);

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("cannot cope", "BEGUN", "9990000035", "AR-4471");
		assertThat(this.events.size()).isEqualTo(before);
	}

	private static String withoutAdult(String record) {
		return record.replaceAll("(?s)\"adult\": \\{.*?\\n  },", "");
	}

	private static String example(String file) {
		return AgencyClient.example("adult-social-care/" + file);
	}

}
