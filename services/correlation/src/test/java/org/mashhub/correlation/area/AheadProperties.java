package org.mashhub.correlation.area;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Indexes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told ahead, answered and brought about by the clock does not depend on what an
 * engine remembers: any other that reads the same state goes on alike.
 */
class AheadProperties {

	private static final EngineSettings SETTINGS = Told.settings();

	private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 1);

	private static final String[] HOMES = { "A/one", "A/two", "A/three" };

	private static final String[] BORN = { "2024-09-01", "2007-10-12", "1995-02-02", "1994-03-03", "1988-05-05" };

	private static final String[] NAMES = { "AVA", "JAY", "LENA", "DARREN", "VICTOR" };

	private static final int CHILD = 0;

	private static final int MOTHER = 2;

	@Property(tries = 60)
	void anEngineThatHasJustBeenMadeGoesOnAsOneThatRemembers(@ForAll long seed) {
		Random random = new Random(seed);
		HeapState state = new HeapState();
		AreaEngine remembers = new AreaEngine(Told.AREA, SETTINGS, state);
		LocalDate today = FIRST_DAY;
		List<String> versions = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			today = today.plusDays(random.nextInt(4));
			Entry entry = entry(random, i, today, versions);
			AreaEngine.Prepared prepared = remembers.prepare(entry);

			assertThat(prepared.result())
				.isEqualTo(new AreaEngine(Told.AREA, SETTINGS, rebuilt(state)).prepare(entry).result());

			prepared.apply();
		}
	}

	/** The kept tables, and what is derived from them made anew. */
	private static HeapState rebuilt(HeapState state) {
		HeapState rebuilt = new HeapState(state.records(), state.links(), state.alerts(), state.reviews(),
				state.answers(), state.notices(), state.answeredItems(), state.pictures(), state.feeds(),
				state.values());
		new Indexes(rebuilt, SETTINGS.model()::blockingKeys).rebuild();
		return rebuilt;
	}

	private static Entry entry(Random random, int offset, LocalDate today, List<String> versions) {
		if (random.nextInt(4) == 0) {
			return Told.tick(offset, today + "T" + (random.nextBoolean() ? "09" : "17") + ":00:00Z");
		}
		int what = random.nextInt(7);
		// A number now and then is sent again, in another version.
		String number = what + "-" + random.nextInt(3);
		versions.add(number);
		long version = versions.stream().filter(number::equals).count();
		if (random.nextInt(8) == 0) {
			return draft(what, number, random, today).retracted(offset, version);
		}
		return draft(what, number, random, today).version(version).logged(offset);
	}

	private static Told.Draft draft(int what, String number, Random random, LocalDate today) {
		LocalDate ahead = today.plusDays(random.nextInt(9));
		String home = HOMES[random.nextInt(HOMES.length)];
		String other = HOMES[random.nextInt(HOMES.length)];
		int who = 1 + random.nextInt(NAMES.length - 1);
		return switch (what) {
			case 0 -> record("housing", number, today).person("child", Role.CHILD, person(CHILD, home))
				.person("tenant", Role.TENANT, person(MOTHER, home))
				.fact(FactKind.MOVED, "child", "on", ahead.toString(), "fromHomeKeys", other)
				.fact(FactKind.MOVED, "tenant", "on", ahead.toString(), "fromHomeKeys", other);
			case 1 -> record("housing", number, today).person("tenant", Role.TENANT, person(who, home))
				.fact(FactKind.TENANCY_CHANGED, "tenant", "change", random.nextBoolean() ? "STARTED" : "ENDED",
						"tenancy", "T-" + random.nextInt(2), "on", ahead.toString(), "homeKeys", home);
			case 2, 3 -> record("police", number, today).person("who", Role.SUSPECT, person(who, home))
				.fact(FactKind.RISK_INCIDENT, "who", "type", "DRUGS");
			case 4 -> record("health-visiting", number, today).person("child", Role.CHILD, person(CHILD, home))
				.person("mother", Role.MOTHER, person(MOTHER, home))
				.person("who", Role.HOUSEHOLD_MEMBER, person((who == MOTHER) ? 1 : who, home))
				.related("mother", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
				.fact(FactKind.VISIT_MADE, "child");
			case 5 -> record("social-care", number, today).person("child", Role.CHILD, person(CHILD, null))
				.fact(FactKind.CLOSURE_PROPOSED, "child", "reason", "RC8", "answer.risk-event",
						"asked police" + random.nextInt(2), "answer.alert-A01", "asked police");
			default -> record("social-care", number, today).person("child", Role.CHILD, person(CHILD, null))
				.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", today.toString(), "ended",
						"false");
		};
	}

	private static Told.Draft record(String agency, String number, LocalDate today) {
		return Told.recordAt(agency, number, today.atTime(12, 0).toInstant(ZoneOffset.UTC));
	}

	private static Particulars person(int who, @Nullable String home) {
		return Told.withNhsNumber(
				Told.person(NAMES[who], "HALE", BORN[who], (who % 2 == 0) ? Sex.FEMALE : Sex.MALE, home),
				"999000001" + who);
	}

}
