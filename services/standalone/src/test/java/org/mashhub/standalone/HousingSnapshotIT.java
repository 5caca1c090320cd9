package org.mashhub.standalone;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.TenancyChange;
import org.mashhub.event.housing.v1.TenancyChanged;
import org.mashhub.hub.v1.HousingTenancy;
import org.mashhub.standalone.client.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A landlord's tables, night by night, where what was known is read from the broker. That
 * it outlives the process, {@link UncleanKillIT} shows.
 */
@ExtendWith(HubExtension.class)
class HousingSnapshotIT {

	private static final int TENANCIES = 120;

	private final RunningHub hub;

	private final TopicReader topics;

	private final String area;

	private final Map<String, String> tenancies = new TreeMap<>();

	HousingSnapshotIT(RunningHub hub) {
		this.hub = hub;
		this.topics = new TopicReader(hub.hub().ports());
		this.area = hub.openArea("tables", Instant.parse("2025-11-25T09:00:00Z"));
		for (int number = 0; number < TENANCIES; number++) {
			let("T" + number, "P" + number, number + " Mill Row");
		}
	}

	@Test
	void theNextTableGivesExactlyTheMovesAndTheSameOneNothing() {
		assertThat(counts(send("2025-11-23"))).isEqualTo(Map.of("started", TENANCIES));
		move("T3", "T200", "P3", "2 Quarry Court");
		move("T7", "T201", "P7", "4 Quarry Court");

		Answer next = send("2025-11-24");

		assertThat(counts(next)).isEqualTo(Map.of("started", 2, "ended", 2, "moves", 2));
		assertThat(published(HouseholdMoved.class))
			.extracting((move) -> people(move.getPeople()), (move) -> home(move.getFrom().orElseThrow()),
					(move) -> home(move.getTo().orElseThrow()))
			.containsExactlyInAnyOrder(tuple(List.of("P3"), "3 Mill Row", "2 Quarry Court"),
					tuple(List.of("P7"), "7 Mill Row", "4 Quarry Court"));
		assertThat(published(TenancyChanged.class).stream().filter((change) -> !change.getHeader().getHistoric()))
			.extracting(TenancyChanged::getChange, (change) -> change.getTenancyReference().orElse(""))
			.containsExactlyInAnyOrder(tuple(TenancyChange.ENDED, "T3"), tuple(TenancyChange.ENDED, "T7"),
					tuple(TenancyChange.STARTED, "T200"), tuple(TenancyChange.STARTED, "T201"));

		int before = events();
		assertThat(send("2025-11-24").json().path("outcome").asString()).isEqualTo("ALREADY_APPLIED");
		assertThat(counts(send("2025-11-25"))).isEmpty();
		assertThat(events()).isEqualTo(before);
	}

	@Test
	void aTableThatEndsTooManyAtOnceChangesNothingUntilItIsConfirmed() {
		send("2025-11-23");
		int before = events();
		List.of("T10", "T11", "T12", "T13", "T14").forEach(this.tenancies::remove);

		Answer held = send("2025-11-24");

		assertThat(held.status()).isEqualTo(409);
		assertThat(held.json().path("wouldEnd").asInt()).isEqualTo(5);
		assertThat(held.json().path("openTenancies").asInt()).isEqualTo(TENANCIES);
		assertThat(events()).isEqualTo(before);
		assertThat(published(HousingTenancy.class)).as("nothing is known otherwise")
			.allMatch((known) -> known.getEndedOn().isEmpty());

		Answer confirmed = send("2025-11-24&confirm=" + held.json().path("confirm").asString());

		assertThat(counts(confirmed)).isEqualTo(Map.of("ended", 5));
		assertThat(published(HousingTenancy.class).stream().filter((known) -> known.getEndedOn().isPresent()))
			.extracting(HousingTenancy::getTenancyReference)
			.containsExactlyInAnyOrder("T10", "T11", "T12", "T13", "T14");
	}

	private void let(String tenancy, String person, String home) {
		this.tenancies.put(tenancy, "%s,2020-01-01,%s,ZZ99 1AA,%s,TENANT,Ann,Marlow %s,1960-01-01\n".formatted(tenancy,
				home, person, person));
	}

	private void move(String from, String to, String person, String home) {
		this.tenancies.remove(from);
		let(to, person, home);
	}

	private Answer send(String date) {
		URI table = this.hub.client().addresses().edge().resolve("/housing/tenancies?mode=snapshot&date=" + date);
		return this.hub.client()
			.post("housing", table,
					"record.id,startedOn,address.lines[0],address.postcode,members[].personReference,members[].role,"
							+ "members[].forenames,members[].surname,members[].dateOfBirth\n"
							+ String.join("", this.tenancies.values()),
					Map.of("Content-Type", "text/csv", "Mash-Area", this.area));
	}

	/** What an answer says of changes, without those that there are none of. */
	private static Map<String, Integer> counts(Answer answer) {
		assertThat(answer.problem()).startsWith("status 200");
		Map<String, Integer> counts = new TreeMap<>();
		for (Map.Entry<String, JsonNode> count : answer.json().path("changes").properties()) {
			if (count.getValue().asInt() > 0) {
				counts.put(count.getKey(), count.getValue().asInt());
			}
		}
		return counts;
	}

	private int events() {
		return published(HouseholdMoved.class).size() + published(TenancyChanged.class).size();
	}

	private <T extends SpecificRecord> List<T> published(Class<T> type) {
		List<T> ours = new ArrayList<>();
		this.topics.values(type).filter((record) -> area(record).equals(this.area)).forEach(ours::add);
		return ours;
	}

	private static String area(SpecificRecord record) {
		return ((record instanceof HousingTenancy tenancy) ? tenancy.getAreaHint()
				: ((EventHeader) record.get(record.getSchema().getField("header").pos())).getAreaHint())
			.orElse("");
	}

	private static List<String> people(List<PersonMention> people) {
		return people.stream().map(PersonMention::getRef).toList();
	}

	private static String home(Address home) {
		return home.getLines().getFirst();
	}

}
