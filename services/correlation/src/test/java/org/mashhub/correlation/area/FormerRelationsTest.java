package org.mashhub.correlation.area;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.rules.AlertWriter;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.HeapState;

import static org.assertj.core.api.Assertions.assertThat;

/** What agencies have stated of two people and say has ended. */
class FormerRelationsTest {

	private static final Particulars BABY = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars MOTHER = Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, Told.HOME);

	/** No record says where he lives. */
	private static final Particulars MAN = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, null);

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@BeforeEach
	void hasAFamily() {
		apply(Told.record("health-visiting", "V1", "2025-09-12")
			.person("baby", Role.CHILD, BABY)
			.person("mother", Role.MOTHER, MOTHER)
			.related("mother", RelationKind.PARENT_OF, "baby", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "baby"));
	}

	@ParameterizedTest
	@CsvSource({ "LIVES_WITH, stated to live with Child A", "CARER_OF, carer of Child A",
			"ASSOCIATE_OF, associate of Child A" })
	void saysOnceOfWhatTheRecordItselfSaysHasEnded(RelationKind kind, String words) {
		apply(household("S1", "2025-09-14", kind, RelationStatus.RECORDED, null));
		apply(incident());

		AreaEngine.Result ended = apply(household("S1", "2025-09-14", kind, RelationStatus.ENDED, null).version(2));

		assertThat(about(ended)).singleElement().satisfies((alert) -> {
			assertThat(alert.phase()).isEqualTo(Phase.OPEN);
			assertThat(alert.content().text()).contains(" a man once " + words + " (children's social care, from");
		});
	}

	@Test
	void saysOnceOfThePartnerOfAParent() {
		apply(partner("S1", "2025-09-14", RelationStatus.RECORDED));
		apply(incident());

		AreaEngine.Result ended = apply(partner("S2", "2025-10-10", RelationStatus.ENDED));

		assertThat(text()).contains("a man once partner of Child A's parent (children's social care, from");
		assertThat(connections(ended))
			.contains("once partner (children's social care, from 14 September 2025; recorded)");
	}

	@Test
	void makesNoClaimSurerByEndingIt() {
		apply(partner("S1", "2025-09-14", RelationStatus.CLAIMED));
		apply(incident());

		apply(partner("S2", "2025-10-10", RelationStatus.ENDED));

		assertThat(text()).contains("a man once partner of Child A's parent").contains("to be checked");
		this.state.alerts().forEach((id, alert) -> assertThat(alert.content().audience()).isEqualTo("MASH_ONLY"));
	}

	@Test
	void endsWhatTheSameAgencyStatedInAnotherRecordAndShowsItAsFormer() {
		apply(household("S1", "2025-09-14", RelationKind.LIVES_WITH, RelationStatus.RECORDED, null));
		apply(incident());
		String before = text();

		AreaEngine.Result ended = apply(
				household("S2", "2025-10-10", RelationKind.LIVES_WITH, RelationStatus.ENDED, null));

		assertThat(before).contains("a man stated to live with Child A");
		assertThat(text()).contains("a man once stated to live with Child A");
		assertThat(connections(ended))
			.contains("once lives with (children's social care, from 14 September 2025; recorded)");
	}

	@Test
	void saysOnceOfWhomAllWhoHadHimThereHaveInAnotherHomeSince() {
		apply(lodger("S1", "2025-09-14", "social-care", Told.HOME, true));
		apply(incident());
		apply(lodger("L1", "2025-10-10", "housing", "A/elsewhere", false));
		String before = text();

		apply(lodger("S2", "2025-10-11", "social-care", "A/elsewhere", false));
		String after = text();
		apply(lodger("S3", "2025-10-12", "social-care", Told.HOME, true));

		assertThat(before).contains("a man stated to live with Child A");
		assertThat(after).contains("a man once stated to live with Child A");
		assertThat(text()).contains("a man stated to live with Child A");
	}

	private static Told.Draft lodger(String number, String day, String agency, String home, boolean livesThere) {
		Told.Draft draft = Told.record(agency, number, day)
			.person("baby", Role.CHILD, BABY)
			.person("man", Role.OTHER, Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, home));
		return livesThere ? draft.related("man", RelationKind.LIVES_WITH, "baby", RelationStatus.RECORDED) : draft;
	}

	@Test
	void endsNothingThatAnotherAgencyStates() {
		apply(household("S1", "2025-09-14", RelationKind.LIVES_WITH, RelationStatus.RECORDED, null));
		apply(Told.record("gp", "G1", "2025-09-15")
			.person("baby", Role.CHILD, BABY)
			.person("man", Role.HOUSEHOLD_MEMBER, MAN)
			.related("man", RelationKind.LIVES_WITH, "baby", RelationStatus.RECORDED));
		apply(incident());

		apply(household("S2", "2025-10-10", RelationKind.LIVES_WITH, RelationStatus.ENDED, null));

		assertThat(text()).contains("a man stated to live with Child A (the GP practice, since 15 September 2025;");
	}

	@Test
	void endsWhatIsToEndTheDayAfterItsLast() {
		apply(household("S1", "2025-09-14", RelationKind.LIVES_WITH, RelationStatus.RECORDED, null));
		apply(incident());

		AreaEngine.Result ahead = apply(
				household("S2", "2025-10-10", RelationKind.LIVES_WITH, RelationStatus.ENDED, "2025-10-20"));
		tick("2025-10-20T12:00:00Z");
		String lastDay = text();
		tick("2025-10-21T12:00:00Z");

		assertThat(ahead.outputs()).noneMatch((output) -> output instanceof Output.AlertChanged changed
				&& changed.alert().content().text().contains("once"));
		assertThat(lastDay).contains("a man stated to live with Child A");
		assertThat(text()).contains("a man once stated to live with Child A");
	}

	@ParameterizedTest
	@CsvSource({ "2025-10-12,, true", "2025-10-12, 2025-09-01, true", "2025-10-05, 2025-10-06, true",
			"2025-10-05,, false", "2025-10-05, 2025-09-01, false" })
	void countsWhatTheAgencyStatesAgain(String day, @Nullable String began, boolean lasts) {
		apply(household("S1", "2025-09-14", RelationKind.LIVES_WITH, RelationStatus.RECORDED, null));
		apply(incident());
		apply(household("S2", "2025-10-10", RelationKind.LIVES_WITH, RelationStatus.ENDED, "2025-10-05"));

		apply(Told.record("social-care", "S3", day)
			.person("baby", Role.CHILD, BABY)
			.person("man", Role.HOUSEHOLD_MEMBER, MAN)
			.related("man", RelationKind.LIVES_WITH, "baby", RelationStatus.RECORDED, began, null));

		assertThat(text()).contains(lasts ? "a man stated to live with Child A" : "a man once stated to live with");
	}

	@Test
	void endsNoKinship() {
		Particulars father = Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, null);
		apply(kin("S1", "2025-09-14", father, RelationStatus.RECORDED));
		apply(Told.record("police", "L1", "2025-09-20")
			.person("man", Role.SUSPECT, father)
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS"));

		apply(kin("S2", "2025-10-10", father, RelationStatus.ENDED));

		assertThat(text()).contains("a man, parent of Child A");
	}

	@Test
	void holdsNobodyForACarerWhoIsOneNoMore() {
		apply(Told.record("social-care", "S0", "2025-09-13")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-09-13", "ended", "false"));
		apply(household("S1", "2025-09-14", RelationKind.CARER_OF, RelationStatus.RECORDED, null));

		ChildView before = views(apply(incident())).getLast();
		ChildView after = views(apply(household("S2", "2025-10-10", RelationKind.CARER_OF, RelationStatus.ENDED, null)))
			.getLast();

		assertThat(before.adults()).filteredOn((adult) -> adult.summary().displayName().equals("DARREN POOLE"))
			.singleElement()
			.satisfies((adult) -> assertThat(adult.bringsUp()).isTrue());
		assertThat(after.adults()).filteredOn((adult) -> adult.summary().displayName().equals("DARREN POOLE"))
			.singleElement()
			.satisfies((adult) -> assertThat(adult.bringsUp()).isFalse());
	}

	private static Told.Draft household(String number, String day, RelationKind kind, RelationStatus status,
			@Nullable String endedOn) {
		return Told.record("social-care", number, day)
			.person("baby", Role.CHILD, BABY)
			.person("man", Role.OTHER, MAN)
			.related("man", kind, "baby", status, null, endedOn);
	}

	private static Told.Draft partner(String number, String day, RelationStatus status) {
		return Told.record("social-care", number, day)
			.person("mother", Role.MOTHER, MOTHER)
			.person("man", Role.PARTNER, MAN)
			.related("man", RelationKind.PARTNER_OF, "mother", status);
	}

	private static Told.Draft kin(String number, String day, Particulars father, RelationStatus status) {
		return Told.record("social-care", number, day)
			.person("baby", Role.CHILD, BABY)
			.person("father", Role.FATHER, father)
			.related("father", RelationKind.PARENT_OF, "baby", status);
	}

	private static Told.Draft incident() {
		return Told.record("police", "L1", "2025-09-20")
			.person("man", Role.SUSPECT, MAN)
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS");
	}

	/** What the open alert says. */
	private String text() {
		List<String> open = new ArrayList<>();
		this.state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN && alert.rule().equals("A01")) {
				open.add(alert.content().text());
			}
		});
		return String.join("\n", open);
	}

	private static List<AlertMemory> about(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map((output) -> ((Output.AlertChanged) output).alert())
			.toList();
	}

	private static List<ChildView> views(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.PictureChanged.class::isInstance)
			.map((output) -> ((Output.PictureChanged) output).view())
			.toList();
	}

	/** How the pictures given out connect people, step by step. */
	private static List<String> connections(AreaEngine.Result result) {
		return views(result).stream()
			.flatMap((view) -> view.adults().stream().map((adult) -> AlertWriter.connection(adult, view)))
			.flatMap((connection) -> connection.steps().stream())
			.map(AlertContent.Step::statement)
			.toList();
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		return this.engine.apply(draft.logged(this.offset++));
	}

	private void tick(String at) {
		this.engine.apply(Told.tick(this.offset++, at));
	}

}
