package org.mashhub.correlation.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.Pictures;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.FeedMemory;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Indexes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold for any stream of records, however it is ordered, doubled or taken back.
 */
class EngineProperties {

	private static final String FIRST_DAY = "2025-10-01";

	private static final String[] GIVEN = { "DANIEL", "DANNY", "DAN", "MARIE", "EVA", "TESS", "JOHN" };

	private static final String[] FAMILY = { "HARTE", "HART", "LOWE", "DOYLE" };

	/** Among them a parent, or a brother, who is a child too. */
	private static final String[] BORN = { "1990-05-04", "1990-04-05", "1991-05-04", "2024-09-01", "2024-09-10",
			"2008-05-04" };

	/** By address, by number, and by both: who gives both ties the two together. */
	private static final String[] HOMES = { "A/one", "A/two", "U/one", "A/one U/one" };

	/** Of all but the first it is not stated how they stand to the child. */
	private static final Role[] BESIDE = { Role.PARENT, Role.PARTNER, Role.HOUSEHOLD_MEMBER, Role.VISITOR };

	/** Of one mother: two unborn in time for two of the dates above, and what ended. */
	private static final List<Birth> BIRTHS = List.of(
			new Birth(LocalDate.of(2024, 8, 1), List.of("P/MARIE/1990-05-04"), null, null, List.of()),
			new Birth(LocalDate.of(2024, 3, 1), List.of("P/MARIE/1990-05-04"), null, null, List.of()),
			new Birth(LocalDate.of(2024, 8, 1), List.of(), null, null, List.of()),
			new Birth(null, List.of("P/MARIE/1990-05-04"), null, null, List.of()),
			new Birth(null, List.of("P/MARIE/1990-05-04"), null, false, List.of()),
			new Birth(null, List.of("P/MARIE/1990-05-04"), 24, true, List.of()),
			new Birth(null, List.of("P/MARIE/1990-05-04"), null, null, List.of(LocalDate.of(2024, 3, 15))));

	private static final String[] OUTCOMES = { "WRONG_PERSON", "WRONG_HOUSEHOLD", "PASSED_TO_WORKER", "TAKEN" };

	private static final String[] NUMBERS = { "9990000018", "9990000026" };

	@Property(tries = 300)
	void whoIsOneWithWhomDoesNotDependOnTheOrder(@ForAll("records") List<Told.Draft> records, @ForAll Random random) {
		List<Told.Draft> shuffled = new ArrayList<>(records);
		Collections.shuffle(shuffled, random);

		assertThat(partition(run(shuffled))).isEqualTo(partition(run(records)));
	}

	@Property(tries = 200)
	void sendingTwiceChangesNothing(@ForAll("records") List<Told.Draft> records) {
		List<Told.Draft> doubled = new ArrayList<>();
		records.forEach((record) -> {
			doubled.add(record);
			doubled.add(record);
		});

		assertThat(partition(run(doubled))).isEqualTo(partition(run(records)));
		assertThat(openAlerts(run(doubled))).isEqualTo(openAlerts(run(records)));
	}

	@Property(tries = 300)
	void retractedIsTheSameAsNeverHad(@ForAll("records") List<Told.Draft> records, @ForAll Random random) {
		Set<Integer> gone = new HashSet<>();
		for (int i = 0; i < records.size(); i++) {
			if (random.nextInt(3) == 0) {
				gone.add(i);
			}
		}
		HeapState with = new HeapState();
		AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), with);
		long offset = 0;
		for (Told.Draft record : records) {
			engine.apply(record.logged(offset++));
		}
		List<Integer> order = new ArrayList<>(gone);
		Collections.shuffle(order, random);
		for (int i : order) {
			engine.apply(records.get(i).retracted(offset++, 2));
		}
		List<Told.Draft> kept = new ArrayList<>();
		for (int i = 0; i < records.size(); i++) {
			if (!gone.contains(i)) {
				kept.add(records.get(i));
			}
		}

		HeapState never = run(kept);

		assertThat(partition(with)).isEqualTo(partition(never));
		assertThat(openAlertContents(with)).isEqualTo(openAlertContents(never));
	}

	/**
	 * That a feed was alive stays true of what it sent and took back; what it said does
	 * not.
	 */
	@Property(tries = 300)
	void retractedIsTheSameAsHavingSaidNothingWhereSilenceIsTold(@ForAll("spread") List<Told.Draft> records,
			@ForAll Random random) {
		Set<Integer> gone = new HashSet<>();
		for (int i = 0; i < records.size(); i++) {
			if (random.nextInt(3) == 0) {
				gone.add(i);
			}
		}

		HeapState taken = runWithFeeds(records, gone, true);
		HeapState never = runWithFeeds(records, gone, false);

		assertThat(openAlertsWithNotKnown(taken)).isEqualTo(openAlertsWithNotKnown(never));
		assertThat(feeds(taken)).isEqualTo(feeds(never));
	}

	private static HeapState runWithFeeds(List<Told.Draft> records, Set<Integer> gone, boolean said) {
		HeapState state = new HeapState();
		AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), state);
		long offset = 0;
		engine.apply(Told.declared(offset++, FIRST_DAY + "T00:00:00Z", "police", "Test", 40, FactKind.RISK_INCIDENT));
		for (int i = 0; i < records.size(); i++) {
			engine.apply((gone.contains(i) && !said) ? records.get(i).retracted(offset++, 2)
					: records.get(i).logged(offset++));
		}
		for (int i : gone) {
			engine.apply(records.get(i).retracted(offset++, 2));
		}
		// Feeds are looked at when a child is.
		for (int i = 0; i < records.size(); i++) {
			if (!gone.contains(i)) {
				engine.apply(records.get(i).logged(offset++, 3));
			}
		}
		return state;
	}

	@Property(tries = 200)
	void theSameLogGivesTheSameOutputsAndStateIdsIncluded(@ForAll("records") List<Told.Draft> records) {
		assertThat(outputs(records)).isEqualTo(outputs(records));
	}

	@Property(tries = 200)
	void aRebuiltStateGoesOnAsTheOneItWasRebuiltFrom(@ForAll("records") List<Told.Draft> records) {
		int half = records.size() / 2;
		HeapState whole = run(records);
		HeapState before = run(records.subList(0, half));
		HeapState rebuilt = new HeapState(before.records(), before.links(), before.alerts(), before.reviews(),
				before.answers(), before.notices(), before.answeredItems(), before.pictures(), before.feeds(),
				before.values());
		new Indexes(rebuilt, Told.settings().model()::blockingKeys).rebuild();
		AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), rebuilt);
		for (int i = half; i < records.size(); i++) {
			engine.apply(records.get(i).logged(i));
		}

		assertThat(persons(rebuilt)).isEqualTo(persons(whole));
		assertThat(openAlerts(rebuilt)).isEqualTo(openAlerts(whole));
	}

	/** An engine that has just been made remembers nobody, and reads everything. */
	@Property(tries = 300)
	void whatIsRememberedOfPeopleIsWhatWouldBeReadAgain(@ForAll("spread") List<Told.Draft> records,
			@ForAll Random random) {
		EngineSettings settings = LookedAtAgain.withHomesCrowdedFrom(2);
		HeapState state = new HeapState();
		AreaEngine remembers = new AreaEngine(Told.AREA, settings, state);
		for (int i = 0; i < 2 * records.size(); i++) {
			Entry entry = anyOf(records, random, i);
			AreaEngine.Prepared prepared = remembers.prepare(entry);

			assertThat(prepared.result()).isEqualTo(new AreaEngine(Told.AREA, settings, state).prepare(entry).result());

			prepared.apply();
		}
	}

	/** One of the records, told or told again, or taken back. */
	private static Entry anyOf(List<Told.Draft> records, Random random, int sequence) {
		Told.Draft record = records.get(random.nextInt(records.size()));
		return (random.nextInt(4) == 0) ? record.retracted(sequence, sequence + 1)
				: record.logged(sequence, sequence + 1);
	}

	/** Homes are crowded here from the third person on, and emptied again. */
	@Property(tries = 500)
	void whatIsShownIsWhatLookingAgainWouldShow(@ForAll("spread") List<Told.Draft> records, @ForAll Random random) {
		EngineSettings settings = LookedAtAgain.withHomesCrowdedFrom(2);
		HeapState state = new HeapState();
		AreaEngine engine = new AreaEngine(Told.AREA, settings, state);
		Map<MentionId, ChildView> shown = new HashMap<>();
		for (int i = 0; i < 2 * records.size(); i++) {
			AreaEngine.Result result = engine.apply(anyOf(records, random, i));
			for (Output output : result.outputs()) {
				if (output instanceof Output.PictureChanged changed) {
					shown.put(changed.view().child().founding(), changed.view());
				}
				else if (output instanceof Output.PictureWithdrawn withdrawn) {
					shown.remove(withdrawn.founding());
				}
			}

			Pictures again = LookedAtAgain.pictures(settings, state, result.clock());
			shown.values()
				.forEach((view) -> assertThat(LookedAtAgain.connections(view))
					.isEqualTo(LookedAtAgain.connections(again.of(view.child().id()))));
		}
	}

	/** All at one moment, so that no time passes of which nobody is told. */
	@Property(tries = 500)
	void whatIsRaisedIsWhatLookingAgainWouldRaise(@ForAll("records") List<Told.Draft> records, @ForAll Random random) {
		EngineSettings settings = LookedAtAgain.withHomesCrowdedFrom(3);
		HeapState state = new HeapState();
		AreaEngine engine = new AreaEngine(Told.AREA, settings, state);
		for (int i = 0; i < 2 * records.size(); i++) {
			AreaEngine.Result result = engine.apply(anyOf(records, random, i));

			assertThat(LookedAtAgain.alerts(settings, state, result.clock())).isEmpty();
		}
	}

	/** What is denied of one child bears on others, whom nothing else may touch. */
	@Property(tries = 300)
	void whatIsRaisedOnceOfficersHaveEndedAlertsIsWhatLookingAgainWouldRaise(
			@ForAll("records") List<Told.Draft> records, @ForAll Random random) {
		EngineSettings settings = LookedAtAgain.withHomesCrowdedFrom(3);
		HeapState state = new HeapState();
		AreaEngine engine = new AreaEngine(Told.AREA, settings, state);
		for (int i = 0; i < 4 * records.size(); i++) {
			List<UUID> open = open(state);
			AreaEngine.Result result = engine.apply((open.isEmpty() || random.nextBoolean()) ? anyOf(records, random, i)
					: Told.ended(i, open.get(random.nextInt(open.size())), OUTCOMES[random.nextInt(OUTCOMES.length)]));

			assertThat(LookedAtAgain.alerts(settings, state, result.clock())).isEmpty();
		}
	}

	@Property(tries = 200)
	void noChildIsInTwoOpenAlertsOfOneRuleForTheSamePeopleNorTwiceInOne(@ForAll("records") List<Told.Draft> records) {
		HeapState state = run(records);

		Set<String> named = new HashSet<>();
		state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN) {
				alert.children().forEach((child) -> {
					var link = state.links().get(child.mention());
					assertThat(link).isNotNull();
					assertThat(named
						.add(alert.rule() + alert.content().audience() + ((link != null) ? link.person() : "")))
						.isTrue();
				});
			}
		});
	}

	@Property(tries = 200)
	void twoValidNhsNumbersAndTwoPeopleOfOneRecordAreNeverOnePerson(@ForAll("records") List<Told.Draft> records) {
		HeapState state = run(records);

		state.persons().forEach((person, mentions) -> {
			Set<String> numbers = new HashSet<>();
			Set<Object> recordsOfPerson = new HashSet<>();
			for (MentionId id : mentions) {
				var mention = state.mentions().get(id);
				var link = state.links().get(id);
				assertThat(mention).isNotNull();
				assertThat(link).isNotNull();
				if (mention != null && link != null) {
					assertThat(recordsOfPerson.add(link.record())).isTrue();
					String number = mention.particulars().validIdentifier("NHS_NUMBER");
					if (number != null) {
						numbers.add(number);
					}
				}
			}
			assertThat(numbers.size()).isLessThanOrEqualTo(1);
		});
	}

	private static List<UUID> open(HeapState state) {
		Set<UUID> open = new TreeSet<>();
		state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN) {
				open.add(id);
			}
		});
		return List.copyOf(open);
	}

	@Provide
	Arbitrary<List<Told.Draft>> records() {
		return drawn().map((drawn) -> drafts(drawn, 0));
	}

	private static Arbitrary<List<List<int[]>>> drawn() {
		Arbitrary<int[]> person = Combinators
			.combine(Arbitraries.integers().between(0, GIVEN.length - 1),
					Arbitraries.integers().between(0, FAMILY.length - 1),
					Arbitraries.integers().between(-1, BORN.length - 1),
					Arbitraries.integers().between(-1, HOMES.length - 1),
					Arbitraries.integers().between(-6, NUMBERS.length), Arbitraries.integers().between(0, 3),
					Arbitraries.integers().between(-BIRTHS.size(), BIRTHS.size() - 1))
			.as((given, family, born, home, number, kind,
					birth) -> new int[] { given, family, born, home, number, kind, birth });
		return person.list().ofMinSize(1).ofMaxSize(2).list().ofMinSize(2).ofMaxSize(14);
	}

	/** The same, one a day. */
	@Provide
	Arbitrary<List<Told.Draft>> spread() {
		return drawn().map((drawn) -> drafts(drawn, 1));
	}

	private static List<Told.Draft> drafts(List<List<int[]>> drawn, int daysBetween) {
		List<Told.Draft> drafts = new ArrayList<>();
		for (int i = 0; i < drawn.size(); i++) {
			List<int[]> people = drawn.get(i);
			int kind = people.getFirst()[5];
			Told.Draft draft = Told.record((kind == 0) ? "police" : "health-visiting", "R" + i,
					LocalDate.parse(FIRST_DAY).plusDays((long) i * daysBetween).toString());
			for (int p = 0; p < people.size(); p++) {
				int[] drawnPerson = people.get(p);
				draft.person("p" + p, (kind == 0) ? Role.SUSPECT : (p == 0) ? Role.CHILD : BESIDE[drawnPerson[5]],
						particulars(drawnPerson));
			}
			switch (kind) {
				case 0 -> draft.fact(FactKind.RISK_INCIDENT, "p0", "type", "VIOLENCE");
				case 1 -> draft.fact(FactKind.CONCERN_RECORDED, "p0");
				case 2 -> draft.fact(FactKind.STATUS_CHANGED, "p0", "status", "CHILD_IN_NEED", "on", "2025-10-01",
						"ended", "false");
				default -> draft.fact(FactKind.VISIT_MADE, "p0");
			}
			if (people.size() == 2 && (kind == 0 || people.getLast()[5] == 0)) {
				draft.related("p1", RelationKind.PARENT_OF, "p0", RelationStatus.RECORDED);
			}
			drafts.add(draft);
		}
		return drafts;
	}

	private static Particulars particulars(int[] drawn) {
		Birth birth = (drawn[6] >= 0) ? BIRTHS.get(drawn[6]) : Birth.UNKNOWN;
		if (birth.unbornOn() == null) {
			return known(drawn).with(birth);
		}
		Particulars unborn = Told.person("UNBORN", FAMILY[drawn[1]], null, Sex.UNKNOWN,
				(drawn[3] >= 0) ? HOMES[drawn[3]] : null);
		return ((drawn[4] >= 0) ? unborn.withIdentifiers(List.of(new Identifier("LA_CHILD_ID", "E1/7", true))) : unborn)
			.with(birth);
	}

	private static Particulars known(int[] drawn) {
		Particulars who = Told.person(GIVEN[drawn[0]], FAMILY[drawn[1]], (drawn[2] >= 0) ? BORN[drawn[2]] : null,
				(drawn[0] == 3 || drawn[0] == 4 || drawn[0] == 5) ? Sex.FEMALE : Sex.MALE,
				(drawn[3] >= 0) ? HOMES[drawn[3]] : null);
		if (drawn[4] == NUMBERS.length) {
			return Told.withNhsNumber(who, NUMBERS);
		}
		return (drawn[4] >= 0) ? Told.withNhsNumber(who, NUMBERS[drawn[4]]) : who;
	}

	private static HeapState run(List<Told.Draft> records) {
		HeapState state = new HeapState();
		AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), state);
		for (int i = 0; i < records.size(); i++) {
			engine.apply(records.get(i).logged(i));
		}
		return state;
	}

	private static List<String> outputs(List<Told.Draft> records) {
		AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), new HeapState());
		List<String> outputs = new ArrayList<>();
		for (int i = 0; i < records.size(); i++) {
			Entry.Event event = records.get(i).logged(i);
			outputs.add(engine.apply(event).toString());
		}
		return outputs;
	}

	/** Who is one with whom, ids left out. */
	private static Set<Set<MentionId>> partition(HeapState state) {
		Set<Set<MentionId>> clusters = new HashSet<>();
		state.persons().forEach((person, mentions) -> clusters.add(new TreeSet<>(mentions)));
		return clusters;
	}

	private static Map<PersonId, List<MentionId>> persons(HeapState state) {
		Map<PersonId, List<MentionId>> persons = new HashMap<>();
		state.persons().forEach(persons::put);
		return persons;
	}

	private static Map<UUID, List<String>> openAlerts(HeapState state) {
		Map<UUID, List<String>> open = new TreeMap<>();
		state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN) {
				open.put(id, alert.content().statements());
			}
		});
		return open;
	}

	private static List<String> openAlertContents(HeapState state) {
		List<String> open = new ArrayList<>();
		state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN) {
				open.add(matter(alert));
			}
		});
		Collections.sort(open);
		return open;
	}

	private static List<String> openAlertsWithNotKnown(HeapState state) {
		List<String> open = new ArrayList<>();
		state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN) {
				open.add(matter(alert) + alert.content().notKnown());
			}
		});
		Collections.sort(open);
		return open;
	}

	private static Map<FeedId, FeedMemory> feeds(HeapState state) {
		Map<FeedId, FeedMemory> feeds = new TreeMap<>();
		state.feeds().forEach(feeds::put);
		return feeds;
	}

	private static String matter(AlertMemory alert) {
		return alert.rule() + alert.content().colour() + alert.content().statements() + alert.content().records();
	}

}
