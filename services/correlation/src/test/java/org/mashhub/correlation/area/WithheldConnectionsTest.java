package org.mashhub.correlation.area;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.HeapState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Who is told of an adult whom a record for the MASH alone connects with a child. */
class WithheldConnectionsTest {

	private static final Particulars AVA = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars MOTHER = Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, Told.HOME);

	private static final Particulars REX = Told.person("REX", "BANE", "1989-09-09", Sex.MALE, null);

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), new HeapState());

	private long offset;

	@Test
	void tellsTheMashAloneWhileNothingElseConnectsHim() {
		apply(visit("V1").forTheMashOnly());

		assertThat(alerts(apply(incident("L1", "man", REX)))).singleElement().satisfies((alert) -> {
			assertThat(alert.content().audience()).isEqualTo("MASH_ONLY");
			assertThat(alert.content().handlingAdvice())
				.isEqualTo("Ring police in the MASH for what they hold. How they "
						+ "are connected stands in a record for the MASH alone: decide who is to know.");
		});
	}

	@Test
	void tellsTheLeadOnceARecordSaysSoThatMayBeRead() {
		apply(visit("V1").forTheMashOnly());
		apply(incident("L1", "man", REX));

		assertThat(alerts(apply(visit("V2")))).singleElement().satisfies((alert) -> {
			assertThat(alert.content().audience()).isEqualTo("LEAD_AND_MASH");
			assertThat(alert.content().handlingAdvice()).isEqualTo("Ring police in the MASH for what they hold.");
		});
	}

	@Test
	void tellsTheLeadOfAnotherAdultBesideIt() {
		apply(visit("V1").forTheMashOnly());
		apply(Told.record("health-visiting", "V2", "2025-09-12")
			.person("child", Role.CHILD, AVA)
			.person("mother", Role.MOTHER, MOTHER)
			.related("mother", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "child"));

		assertThat(alerts(apply(incident("L1", "mother", MOTHER).person("man", Role.SUSPECT, REX)
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS"))))
			.extracting((alert) -> alert.content().audience(), (alert) -> alert.content().text().contains("a woman"),
					(alert) -> alert.content().text().contains("a man"))
			.containsExactlyInAnyOrder(tuple("LEAD_AND_MASH", true, false), tuple("MASH_ONLY", false, true));
	}

	private static Told.Draft visit(String number) {
		return Told.record("health-visiting", number, "2025-09-14")
			.person("child", Role.CHILD, AVA)
			.person("man", Role.PARTNER, REX)
			.related("man", RelationKind.LIVES_WITH, "child", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "child");
	}

	private static Told.Draft incident(String number, String ref, Particulars who) {
		return Told.record("police", number, "2025-10-01")
			.person(ref, Role.SUSPECT, who)
			.fact(FactKind.RISK_INCIDENT, ref, "type", "DRUGS");
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		return this.engine.apply(draft.logged(this.offset++));
	}

	private static List<AlertMemory> alerts(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map(Output.AlertChanged.class::cast)
			.map(Output.AlertChanged::alert)
			.toList();
	}

}
