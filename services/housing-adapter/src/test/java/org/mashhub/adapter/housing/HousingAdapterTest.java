package org.mashhub.adapter.housing;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.MoveInitiator;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class HousingAdapterTest {

	private static final String MOVE = AgencyClient.example("housing/move.json");

	private final RecordedEvents events;

	private final AgencyClient landlord;

	HousingAdapterTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.landlord = new AgencyClient(http, "housing", "L4417");
	}

	@Test
	void publishesAMoveWithItsHousehold() {
		assertThat(this.landlord.send("/housing/moves", MOVE)).hasStatus(HttpStatus.ACCEPTED);

		HouseholdMoved event = this.events.last(HouseholdMoved.class);
		assertThat(this.events.last().topic()).isEqualTo("housing.household-moved.v1");
		assertThat(this.events.last().key()).isEqualTo("housing/MOVE-2025-0217");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-11-24T00:00:00Z"));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getMovedOn()).isEqualTo(LocalDate.of(2025, 11, 24));
		assertThat(event.getInitiatedBy()).isEqualTo(MoveInitiator.TENANT);
		assertThat(event.getTenancyReference()).contains("T-88120");
		assertThat(event.getFrom().orElseThrow().getUprn()).contains("999900000004");
		assertThat(event.getTo().orElseThrow().getUprn()).contains("999900000172");
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("P-3001", PersonRole.TENANT), tuple("P-3002", PersonRole.CHILD),
					tuple("P-3003", PersonRole.HOUSEHOLD_MEMBER));
		assertThat(event.getPeople()).allSatisfy((person) -> assertThat(person.getAddress()).isEqualTo(event.getTo()));
		assertThat(event.getPeople().getFirst().getIdentifiers()).extracting("scheme")
			.containsExactly("TENANCY_PERSON");
		assertThat(event.getPeople().getFirst().getContacts()).hasSize(2);
		assertThat(event.getPeople().getLast().getBirth().orElseThrow().getYear()).contains(1994);
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("P-3001", RelationshipKind.PARENT_OF, "P-3002"),
					tuple("P-3003", RelationshipKind.PARTNER_OF, "P-3001"));
	}

	@Test
	void publishesACorrectionWithANewHomeThatIsNotKnown() {
		assertThat(this.landlord.send("/housing/moves", AgencyClient.example("housing/move-corrected.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		HouseholdMoved event = this.events.last(HouseholdMoved.class);
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.CORRECTED);
		assertThat(event.getTo()).isEmpty();
		assertThat(event.getInitiatedBy()).isEqualTo(MoveInitiator.UNKNOWN);
		assertThat(event.getPeople()).singleElement().satisfies((tenant) -> {
			assertThat(tenant.getAddress()).isEmpty();
			assertThat(tenant.getAddressProtected()).isTrue();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"uprn": "999900000172" ~ "uprn": 999900000172 ~ to.uprn ~ text in quotes ~ 400
			999900000172 ~ 1.00E+11 ~ to.uprn ~ spreadsheet ~ 422
			"movedOn": "2025-11-24" ~ "movedOn": "1066-10-14" ~ movedOn ~ placeholder ~ 422
			"movedOn": "2025-11-24" ~ "movedOn": "24/11/2025" ~ movedOn ~ YYYY-MM-DD ~ 400
			kelly.marlow@example.org ~ kelly at home ~ household[0].email ~ one address ~ 422
			"role": "TENANT" ~ "role": "OWNER" ~ household[0].role ~ JOINT_TENANT ~ 400
			"role": "TENANT", ~ ~ household[0].role ~ Send this field ~ 422
			""")
	void namesFieldAndRemedy(String right, String wrong, String field, String remedy, int status) {
		MvcTestResult answer = this.landlord.send("/housing/moves", MOVE.replace(right, (wrong != null) ? wrong : ""));

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("kelly at home", "1066", "24/11", "OWNER", "1.00E");
	}

	@Test
	void refusesAMoveOfNobody() {
		String move = MOVE.replaceAll("(?s)\"household\": \\[.*?\\],\\s*\"from\"", "\"household\": [], \"from\"");

		Refusals.assertNames(this.landlord.send("/housing/moves", move), 422, "household", "withdrawn");
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.landlord.send("/housing/moves", MOVE, MediaType.APPLICATION_JSON,
				AgencyClient.token("police", "FBP")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

}
