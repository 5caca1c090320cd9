package org.mashhub.correlation.area;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.LinkAnswer.Verdict;
import org.mashhub.correlation.state.ReviewMemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What an officer's answer does to persons, questions and alerts. */
class AnswersTest {

	private static final Particulars BABY = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	/** As the health visitor heard of him. */
	private static final Particulars FATHER = Told.person("DARREN", "POOLE", null, Sex.MALE, null);

	/** As the police have him, at another address. */
	private static final Particulars SUSPECT = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, "A/elsewhere");

	private final Told.Draft visit = Told.record("health-visiting", "V1", "2025-09-12")
		.person("child", Role.CHILD, BABY)
		.person("father", Role.FATHER, FATHER)
		.related("father", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
		.fact(FactKind.VISIT_MADE, "child");

	private final Told.Draft incident = Told.record("police", "L1", "2025-10-01")
		.person("man", Role.SUSPECT, SUSPECT)
		.fact(FactKind.RISK_INCIDENT, "man", "type", "VIOLENCE");

	private final MentionId father = this.visit.mention("father");

	private final MentionId suspect = this.incident.mention("man");

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@Test
	void asksAboutTwoMentionsAndShowsWhoseTheyAre() {
		apply(this.visit);

		List<Output> outputs = apply(this.incident);

		assertThat(alerts(outputs)).extracting(AlertMemory::rule).containsExactly("A29");
		assertThat(of(outputs, Output.QuestionChanged.class)).singleElement().satisfies((question) -> {
			assertThat(question.review().open()).isTrue();
			assertThat(List.of(question.review().mention(), question.review().otherMention()))
				.containsExactlyInAnyOrder(this.father, this.suspect);
			assertThat(question.one()).isNotNull();
			assertThat(question.other()).isNotNull();
		});
	}

	@Test
	void oneManRaisesTheAlertThatWasMissedAndTwoMenTakeItBack() {
		apply(this.visit);
		apply(this.incident);

		List<Output> joined = answer(Verdict.SAME);

		assertThat(alerts(joined)).extracting(AlertMemory::rule, AlertMemory::phase)
			.containsExactly(tuple("A01", Phase.OPEN), tuple("A29", Phase.LAPSED));
		assertThat(of(joined, Output.PersonsMerged.class)).singleElement().satisfies((merged) -> {
			assertThat(merged.reason()).isEqualTo(ChangeReason.OFFICER_DECIDED);
			assertThat(merged.person()).isEqualTo(person(this.father));
			assertThat(merged.mentions()).containsExactly(this.suspect);
			assertThat(merged.link().officerDecided()).isTrue();
		});
		assertThat(of(joined, Output.QuestionChanged.class)).singleElement().satisfies((question) -> {
			assertThat(question.review().open()).isFalse();
			assertThat(question.text()).contains("one person");
		});

		List<Output> split = answer(Verdict.DIFFERENT);

		assertThat(alerts(split)).singleElement().satisfies((alert) -> {
			assertThat(alert.phase()).isEqualTo(Phase.LAPSED);
			assertThat(alert.closedBecause()).isNotBlank();
		});
		assertThat(of(split, Output.PersonSplit.class)).singleElement().satisfies((change) -> {
			assertThat(change.reason()).isEqualTo(ChangeReason.OFFICER_DECIDED);
			assertThat(change.other()).isEqualTo(person(this.suspect));
			assertThat(change.mentions()).containsExactly(this.suspect);
		});
		assertThat(open()).isEmpty();
	}

	@Test
	void anAnswerTakenBackLeavesTheQuestion() {
		apply(this.visit);
		apply(this.incident);
		answer(Verdict.DIFFERENT);
		assertThat(open()).isEmpty();

		answer(Verdict.UNSURE);

		assertThat(open()).hasSize(1);
		assertThat(person(this.father)).isNotEqualTo(person(this.suspect));
	}

	@Test
	void theSameAnswerAgainIsNone() {
		apply(this.visit);
		apply(this.incident);
		answer(Verdict.SAME);

		AreaEngine.Result again = this.engine
			.apply(Told.answered(this.offset++, this.suspect, this.father, Verdict.SAME));

		assertThat(again.outcome()).isEqualTo(Outcome.SAME_AS_BEFORE);
		assertThat(again.outputs()).isEmpty();
	}

	@Test
	void holdsThroughCorrectionsAndWhenARecordComesBack() {
		apply(this.visit);
		apply(this.incident);
		answer(Verdict.SAME);

		run(this.incident.logged(this.offset++, 2));
		assertThat(person(this.father)).isEqualTo(person(this.suspect));

		List<Output> gone = run(this.incident.retracted(this.offset++, 3));
		assertThat(alerts(gone)).singleElement()
			.satisfies((alert) -> assertThat(alert.phase()).isEqualTo(Phase.LAPSED));
		assertThat(of(gone, Output.LinkRetracted.class)).singleElement().satisfies((retracted) -> {
			assertThat(retracted.mention()).isEqualTo(this.suspect);
			assertThat(retracted.reason()).isEqualTo(ChangeReason.RECORD_WITHDRAWN);
		});

		List<Output> back = run(this.incident.logged(this.offset++, 4));
		assertThat(person(this.father)).isEqualTo(person(this.suspect));
		assertThat(alerts(back)).singleElement().satisfies((alert) -> assertThat(alert.phase()).isEqualTo(Phase.OPEN));
	}

	@Test
	void countsWhenItComesBeforeTheRecordsDo() {
		answer(Verdict.SAME);
		apply(this.incident);

		assertThat(alerts(apply(this.visit))).hasSize(1);
	}

	@Test
	void twoNhsNumbersOverruleThatItIsOneMan() {
		Told.Draft numbered = Told.record("health-visiting", "V1", "2025-09-12")
			.version(2)
			.person("child", Role.CHILD, BABY)
			.person("father", Role.FATHER, Told.withNhsNumber(FATHER, "9990000026"));
		Told.Draft patient = Told.record("gp", "P1", "2025-09-20")
			.person("man", Role.PATIENT, Told.withNhsNumber(SUSPECT, "9990000034"));
		apply(this.visit);
		apply(patient);
		run(Told.answered(this.offset++, this.father, patient.mention("man"), Verdict.SAME));
		assertThat(person(this.father)).isEqualTo(person(patient.mention("man")));

		List<Output> outputs = apply(numbered);

		assertThat(person(this.father)).isNotEqualTo(person(patient.mention("man")));
		assertThat(of(outputs, Output.PersonSplit.class)).singleElement()
			.satisfies((split) -> assertThat(split.reason()).isEqualTo(ChangeReason.RECORD_CORRECTED));
	}

	@Test
	void twoMenStayTwoHoweverMuchAgrees() {
		apply(this.incident);
		Told.Draft same = Told.record("housing", "T1", "2025-10-02").person("tenant", Role.TENANT, SUSPECT);
		apply(same);
		assertThat(person(same.mention("tenant"))).isEqualTo(person(this.suspect));

		run(Told.answered(this.offset++, this.suspect, same.mention("tenant"), Verdict.DIFFERENT));

		assertThat(person(same.mention("tenant"))).isNotEqualTo(person(this.suspect));
	}

	@Test
	void aNewMentionSaysWhoWasNextBestAndWhatKeptThemApart() {
		apply(this.visit);

		List<Output> outputs = apply(this.incident);

		assertThat(of(outputs, Output.MentionDecided.class))
			.filteredOn((decided) -> decided.change().mention().equals(this.suspect))
			.singleElement()
			.satisfies((decided) -> {
				assertThat(decided.change().joined()).isFalse();
				assertThat(decided.change().nextBest()).isNotNull();
				var next = decided.change().nextBest();
				if (next != null) {
					assertThat(next.person()).isEqualTo(person(this.father));
					assertThat(next.comparisons()).isNotEmpty();
					assertThat(next.apart().name()).isEqualTo("TOO_LITTLE");
				}
			});
	}

	private List<Output> answer(Verdict verdict) {
		return run(Told.answered(this.offset++, this.father, this.suspect, verdict));
	}

	private List<Output> apply(Told.Draft draft) {
		return run(draft.logged(this.offset++));
	}

	private List<Output> run(Entry entry) {
		return this.engine.apply(entry).outputs();
	}

	private PersonId person(MentionId mention) {
		var link = this.state.links().get(mention);
		if (link == null) {
			throw new AssertionError("nobody is mentioned so");
		}
		return link.person();
	}

	private List<ReviewMemory> open() {
		List<ReviewMemory> open = new ArrayList<>();
		this.state.reviews().forEach((id, review) -> {
			if (review.open()) {
				open.add(review);
			}
		});
		return open;
	}

	private static List<AlertMemory> alerts(List<Output> outputs) {
		return of(outputs, Output.AlertChanged.class).stream().map(Output.AlertChanged::alert).toList();
	}

	private static <T extends Output> List<T> of(List<Output> outputs, Class<T> type) {
		return outputs.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
