package org.mashhub.adapter.education;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.education.v1.AttendanceConcernRaised;
import org.mashhub.event.education.v1.ChildConcernKind;
import org.mashhub.event.education.v1.ChildConcernRaised;
import org.mashhub.event.education.v1.PupilChange;
import org.mashhub.event.education.v1.PupilMoved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class EducationAdapterTest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ORGANISATION = "harrow-vale-schools";

	private final RecordedEvents events;

	private final AgencyEndpoints endpoints;

	private final AgencyClient school;

	EducationAdapterTest(RecordedEvents events, AgencyEndpoints endpoints, MockMvcTester http) {
		this.events = events;
		this.endpoints = endpoints;
		this.school = new AgencyClient(http, "education", ORGANISATION);
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("education", this.school);
	}

	@Test
	void publishesAConcernAboutAttendance() {
		assertThat(sendExample("attendance-concern")).hasStatus(HttpStatus.ACCEPTED);

		AttendanceConcernRaised event = this.events.last(AttendanceConcernRaised.class);
		EventHeader header = event.getHeader();
		assertThat(this.events.last().topic()).isEqualTo("education.attendance-concern-raised.v1");
		assertThat(this.events.last().key()).isEqualTo("education/ATT-2026-0114");
		assertThat(header.getAgency()).isEqualTo("education");
		assertThat(header.getOrganisationCode()).isEqualTo(ORGANISATION);
		assertThat(header.getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(header.getFamilyInformed()).isEqualTo(FamilyInformed.YES);
		assertThat(header.getLawfulBasis()).contains("Sch 1 para 18");
		assertThat(header.getOccurredAt()).isEqualTo(Instant.parse("2026-02-13T00:00:00Z"));
		assertThat(header.getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getAttendancePercent()).contains(78);
		assertThat(event.getFromOn()).contains(LocalDate.of(2026, 1, 5));
		assertThat(event.getToOn()).contains(LocalDate.of(2026, 2, 13));
		assertThat(event.getSummary()).hasValueSatisfying((text) -> assertThat(text).contains("Mondays"));
		PersonMention child = event.getPeople().getFirst();
		assertThat(child.getRef()).isEqualTo("S-1182");
		assertThat(child.getRole()).isEqualTo(PersonRole.CHILD);
		assertThat(child.getNames()).extracting("use").containsExactly(NameUse.USUAL, NameUse.NICKNAME);
		assertThat(child.getNames().getFirst().getGiven()).containsExactly("Liam", "James");
		assertThat(child.getIdentifiers()).extracting(Identifier::getScheme, Identifier::getValue)
			.containsExactly(tuple("UPN", "M999200025001"), tuple("LOCAL", "S-1182"));
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("K-1182-1", RelationshipKind.PARENT_OF, "S-1182"));
	}

	@Test
	void publishesAConcernAboutAChild() {
		assertThat(sendExample("child-concern")).hasStatus(HttpStatus.ACCEPTED);

		ChildConcernRaised event = this.events.last(ChildConcernRaised.class);
		assertThat(this.events.last().topic()).isEqualTo("education.child-concern-raised.v1");
		assertThat(event.getKind()).isEqualTo(ChildConcernKind.DISCLOSURE);
		assertThat(event.getSummary()).isPresent();
		assertThat(event.getHeader().getFamilyInformed()).isEqualTo(FamilyInformed.NOT_SAFE_TO_INFORM);
		assertThat(event.getHeader().getHandling().getConditions())
			.hasValueSatisfying((text) -> assertThat(text).contains("safeguarding lead"));
	}

	@Test
	void describesAManWhomTheSchoolDoesNotKnow() {
		sendExample("child-concern-unknown-adult");

		ChildConcernRaised event = this.events.last(ChildConcernRaised.class);
		assertThat(event.getKind()).isEqualTo(ChildConcernKind.UNKNOWN_ADULT);
		PersonMention man = event.getPeople().getLast();
		assertThat(man.getRef()).isEqualTo("associate-1");
		assertThat(man.getUnidentified()).isPresent();
		assertThat(man.getNames()).singleElement().satisfies((name) -> assertThat(name.getText()).contains("Daz"));
		assertThat(event.getRelationships()).isEmpty();
	}

	@Test
	void publishesThatAChildStarted() {
		assertThat(sendExample("pupil-started")).hasStatus(HttpStatus.ACCEPTED);

		PupilMoved event = this.events.last(PupilMoved.class);
		assertThat(this.events.last().topic()).isEqualTo("education.pupil-moved.v1");
		assertThat(event.getChange()).isEqualTo(PupilChange.STARTED);
		assertThat(event.getSetting()).contains("PRIMARY");
		assertThat(event.getSchoolUrn()).contains("999001");
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2026, 1, 5));
		assertThat(event.getPeople().getLast().getAddress()).isEqualTo(event.getPeople().getFirst().getAddress());
	}

	@Test
	void takesATemporaryUpnForANumberThatOnlyTheSchoolKnows() {
		sendExample("pupil-started");

		assertThat(this.events.last(PupilMoved.class).getPeople().getFirst().getIdentifiers())
			.extracting(Identifier::getScheme, Identifier::getValue)
			.containsExactly(tuple("LOCAL", "L99920002501A"), tuple("LOCAL", "S-1182"));
	}

	@Test
	void publishesThatAChildLeft() {
		sendExample("pupil-left");

		assertThat(this.events.last(PupilMoved.class).getChange()).isEqualTo(PupilChange.LEFT);
	}

	@Test
	void protectsTheAddressOfWhoeverLivesWithAProtectedChild() {
		this.school.send("/education/pupil-moves", AgencyClient.example("education/pupil-started.json")
			.replace("\"address\": {", "\"addressProtected\": true, \"address\": {"));

		assertThat(this.events.last(PupilMoved.class).getPeople())
			.allSatisfy((person) -> assertThat(person.getAddressProtected()).isTrue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "M999200025001", "H999210024001", "L99920002501A", "m999200025001" })
	void acceptsUpnsWhoseCheckLetterFits(String upn) {
		assertThat(this.school.send("/education/pupil-moves",
				AgencyClient.example("education/pupil-left.json").replace("M999200025001", upn)))
			.hasStatus(HttpStatus.ACCEPTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "A999200025001", "M999200025010", "M99920002500", "M9992000250011", "L99920002501B",
			"L99920002501I", "M999 200025001", "S999200025001", "UN1", "9992000250011" })
	void refusesUpnsThatCannotBeRight(String upn) {
		MvcTestResult answer = this.school.send("/education/pupil-moves",
				AgencyClient.example("education/pupil-left.json").replace("M999200025001", upn));

		Refusals.assertNames(answer, 422, "child.upn", "check letter");
	}

	@Test
	void readsAnAttendanceReportAsASchoolExportsIt() throws IOException {
		CsvMapping mapping = CsvMapping
			.read(new StringReader(AgencyClient.example("education/attendance-concerns-mapping.yml")));
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						AgencyClient.example("education/attendance-concerns.csv").getBytes(StandardCharsets.UTF_8)),
				AttendanceConcernNotice.class, mapping, 20_000);
		List<AttendanceConcernRaised> concerns = new ArrayList<>();

		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			assertThat(this.school.send("/education/attendance-concerns",
					new String(line.get().json(), StandardCharsets.UTF_8)))
				.hasStatus(HttpStatus.ACCEPTED);
			concerns.add(this.events.last(AttendanceConcernRaised.class));
		}

		assertThat(concerns).extracting((event) -> event.getAttendancePercent().orElseThrow()).containsExactly(78, 84);
		assertThat(concerns).extracting((event) -> event.getPeople().size()).containsExactly(2, 1);
		PersonMention liam = concerns.getFirst().getPeople().getFirst();
		assertThat(liam.getRef()).isEqualTo("001182");
		assertThat(liam.getSex()).isEqualTo(Sex.MALE);
		assertThat(liam.getBirth().orElseThrow().getDate()).contains(LocalDate.of(2020, 5, 11));
		assertThat(liam.getAddress().orElseThrow().getPostcode()).contains("ZZ99 3WZ");
		assertThat(concerns.getFirst().getPeople().getLast().getRole()).isEqualTo(PersonRole.MOTHER);
	}

	@Test
	void takesATableWhoseHeadingsAreFields() throws IOException {
		int before = this.events.size();
		String table = """
				record.id,record.system,record.recordedAt,child.upn,child.surname,attendancePercent,toOn
				ATT-1,Arbor,13/02/2026 15:30,M999200025001,Marlow,78,13/02/2026
				ATT-2,Arbor,13/02/2026 15:30,B999200025002,Anand,84.6,13/02/2026
				""";

		MvcTestResult answer = this.school.send("/education/attendance-concerns", table,
				MediaType.parseMediaType("text/csv"), AgencyClient.token("education", ORGANISATION));

		assertThat(answer).bodyText()
			.contains("\"accepted\":1", "\"refused\":1", "attendancePercent", "whole number")
			.doesNotContain("84.6");
		assertThat(this.events.size()).isEqualTo(before + 1);
	}

	@Test
	void acceptsEveryExampleThatItShips() throws IOException {
		Set<String> sent = new TreeSet<>();
		for (NoticeType<?> notice : this.endpoints.notices()) {
			for (String example : notice.examples()) {
				assertThat(this.school.send("/education/" + notice.collection(), AgencyClient.example(example)))
					.as(example)
					.hasStatus(HttpStatus.ACCEPTED);
				sent.add(example.substring(example.indexOf('/') + 1));
			}
		}
		assertThat(this.school.put("/education/feeds", AgencyClient.example("education/feeds.json"))).hasStatusOk();
		sent.add("feeds.json");
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath:examples/education/*.json"))
			.extracting(Resource::getFilename)
			.containsExactlyInAnyOrderElementsOf(sent);
	}

	@Test
	void withdrawsARecordOfEachKindWithoutNamingAnybodyAgain() {
		for (NoticeType<?> notice : this.endpoints.notices()) {
			ObjectNode record = (ObjectNode) JSON.readTree(AgencyClient.example(notice.examples().getFirst()));
			record.withObject("record").put("version", 9).put("state", "RETRACTED");
			record.remove(List.of("child", "family"));

			assertThat(this.school.send("/education/" + notice.collection(), record.toString())).as(notice.collection())
				.hasStatus(HttpStatus.ACCEPTED);

			SpecificRecord event = this.events.last().event();
			assertThat(event.get(event.getSchema().getField("people").pos())).as(notice.collection())
				.isEqualTo(List.of());
			assertThat(((EventHeader) event.get(0)).getRecordState()).isEqualTo(RecordState.RETRACTED);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					attendance-concern ~ "attendancePercent": 78 ~ "attendancePercent": 178 ~ attendancePercent ~ 100 or less ~ 422
					attendance-concern ~ "attendancePercent": 78 ~ "attendancePercent": "78" ~ attendancePercent ~ whole number ~ 400
					attendance-concern ~ "toOn": "2026-02-13" ~ "toOn": "2026-01-02" ~ toOn ~ first day counted ~ 422
					attendance-concern ~ "toOn": "2026-02-13", ~ ~ record.occurredAt ~ offset ~ 422
					attendance-concern ~ "fromOn": "2026-01-05" ~ "fromOn": "1066-01-05" ~ fromOn ~ placeholder ~ 422
					attendance-concern ~ "MOTHER" ~ "MUM" ~ family[0].relationToChild ~ MOTHER ~ 400
					attendance-concern ~ 07700 900233 ~ at work ~ family[0].phone ~ digits ~ 422
					attendance-concern ~ "child": ~ "pupil": ~ pupil ~ spelling ~ 400
					child-concern ~ "DISCLOSURE" ~ "SECRET" ~ kind ~ INJURY ~ 400
					child-concern ~ "kind": "DISCLOSURE", ~ ~ kind ~ Send this field ~ 422
					child-concern ~ "occurredAt": "2026-02-24T09:10:00Z", ~ ~ record.occurredAt ~ offset ~ 422
					pupil-left ~ "LEFT" ~ "GONE" ~ change ~ STARTED ~ 400
					pupil-left ~ "PRIMARY" ~ "JUNIOR" ~ setting ~ NURSERY ~ 400
					pupil-left ~ "999001" ~ "EY999001" ~ schoolUrn ~ six digits ~ 422
					pupil-left ~ "effectiveOn": "2026 ~ "effectiveOn": "2099 ~ effectiveOn ~ today ~ 422
					pupil-left ~ 2020-05-11 ~ 11 May 2020 ~ child.dateOfBirth ~ YYYY-MM-DD ~ 422
					""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String example, String right, String wrong, String field,
			String remedy, int status) {
		int before = this.events.size();
		String record = AgencyClient.example("education/" + example + ".json");
		String changed = record.replace(right, (wrong != null) ? wrong : "");
		assertThat(changed).isNotEqualTo(record);

		MvcTestResult answer = this.school.send(endpointOf(example), changed);

		Refusals.assertNames(answer, status, field, remedy);
		if (wrong != null && !wrong.contains("\"")) {
			assertThat(answer).bodyText().doesNotContain(wrong);
		}
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void refusesARecordOfNoChild() {
		String concern = AgencyClient.example("education/child-concern.json").replaceAll("(?m)^ *\"child\":.*\\R", "");

		Refusals.assertNames(this.school.send("/education/child-concerns", concern), 422, "child", "withdrawn");
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.school.send("/education/child-concerns", AgencyClient.example("education/child-concern.json"),
				MediaType.APPLICATION_JSON, AgencyClient.token("early-help", "harrow-vale-early-help")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private MvcTestResult sendExample(String example) {
		return this.school.send(endpointOf(example), AgencyClient.example("education/" + example + ".json"));
	}

	private String endpointOf(String example) {
		return this.endpoints.notices()
			.stream()
			.filter((notice) -> notice.examples().contains("education/" + example + ".json"))
			.map((notice) -> "/education/" + notice.collection())
			.findFirst()
			.orElseThrow();
	}

}
