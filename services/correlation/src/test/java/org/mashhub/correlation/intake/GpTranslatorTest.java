package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.gp.v1.DeathNotified;
import org.mashhub.event.gp.v1.HealthCategory;
import org.mashhub.event.gp.v1.ImmunisationOverdue;
import org.mashhub.event.gp.v1.ImmunisationStatus;
import org.mashhub.event.gp.v1.InformationAnswer;
import org.mashhub.event.gp.v1.InformationProvided;
import org.mashhub.event.gp.v1.ParentalHealthFlagged;
import org.mashhub.event.gp.v1.RegistrationChanged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GpTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.PATIENT));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void flagsACategoryOfThePatientAlone() {
		assertThat(Events.said(ParentalHealthFlagged.class, FAMILY, "category", HealthCategory.PERINATAL_MENTAL_HEALTH,
				"startedOn", DAY))
			.containsExactly("HEALTH_FLAGGED man {category=PERINATAL_MENTAL_HEALTH, from=2025-09-30}");
	}

	/** A father who registers elsewhere takes no child there whom his record names. */
	@Test
	void registersThePatientAlone() {
		assertThat(Events.said(RegistrationChanged.class, FAMILY, "newPractice", "Y00002", "effectiveOn", DAY))
			.singleElement()
			.asString()
			.startsWith("REGISTRATION_CHANGED man {");
	}

	@Test
	void flagsTheOnlyAdultWhereNobodyIsCalledPatient() {
		List<PersonMention> pair = List.of(Events.somebody("child", PersonRole.CHILD),
				Events.somebody("mother", PersonRole.MOTHER));

		assertThat(Events.said(ParentalHealthFlagged.class, pair, "category", HealthCategory.ALCOHOL, "endedOn", DAY))
			.containsExactly("HEALTH_FLAGGED mother {category=ALCOHOL, until=2025-09-30}");
	}

	@Test
	void refusesToGuessWhichOfTwoAdultsIsIll() {
		List<PersonMention> both = List.of(Events.somebody("mother", PersonRole.MOTHER),
				Events.somebody("father", PersonRole.FATHER));

		assertThatIllegalArgumentException()
			.isThrownBy(() -> Events.said(ParentalHealthFlagged.class, both, "category", HealthCategory.OTHER))
			.withMessageContaining("whom it is about");
	}

	@Test
	void tellsAnOverdueImmunisationOfTheChild() {
		List<PersonMention> child = List.of(Events.somebody("child", PersonRole.CHILD));

		assertThat(Events.said(ImmunisationOverdue.class, child, "scheduleCode", "8_WEEKS", "dueOn", DAY, "status",
				ImmunisationStatus.OVERDUE))
			.containsExactly("IMMUNISATION_OVERDUE child {dueOn=2025-09-30, schedule=8_WEEKS, status=OVERDUE}");
	}

	@Test
	void answersARequest() {
		assertThat(Events.said(InformationProvided.class, FAMILY, "requestId", "IR1", "answer",
				InformationAnswer.NOTHING_HELD, "answeredOn", DAY))
			.containsExactly(
					"INFORMATION_REQUESTED child mother man {by=gp, change=NOTHING_HELD, on=2025-09-30, request=IR1}");
	}

	@Test
	void tellsADeathOfExactlyThePersonNamedAndWhetherTheNumberIsVerified() {
		PersonMention verified = PersonMention.newBuilder(Events.somebody("child", PersonRole.CHILD))
			.setIdentifiers(List.of(new Identifier("NHS_NUMBER", "9990000018", true)))
			.build();
		List<PersonMention> people = List.of(Events.somebody("mother", PersonRole.MOTHER), verified);

		assertThat(Events.said(DeathNotified.class, people, "deceasedRef", "child", "diedOn", DAY))
			.containsExactly("DIED child {identityVerified=true, on=2025-09-30}");
		assertThat(Events.said(DeathNotified.class, people, "deceasedRef", "mother", "identityConfirmedBy", "GP"))
			.containsExactly("DIED mother {confirmedBy=GP, identityVerified=false}");
	}

	@Test
	void refusesADeathOfNobody() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Events.said(DeathNotified.class, FAMILY, "deceasedRef", "somebody else"));
	}

}
