package org.mashhub.correlation.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.singlepointofaccess.v1.PublicContactReceived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SinglePointOfAccessTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.RELATIVE));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsAContactWithWhoElseMayKnow() {
		String home = Events.HOME_KEYS.joined(Events.address());

		assertThat(Events.said(PublicContactReceived.class, FAMILY, "contactReference", "C2", "sourceCode", "1B",
				"wishesToBeSealed", true, "sameCallerAs", "C1", "observedTo", DAY.minusDays(14), "reportedAt",
				Instant.parse("2025-09-30T09:00:00Z"), "location", Events.address(), "concernCategories",
				List.of("HOME_CONDITIONS", "SUBSTANCES"), "informantRef", "man"))
			.containsExactly("CONTACT_RECEIVED child {anonymous=false, concerns=HOME_CONDITIONS SUBSTANCES, homeKeys="
					+ home + ", informant=man, observedTo=2025-09-16, reference=C2, reportedAt=2025-09-30T09:00:00Z, "
					+ "sameCallerAs=C1, sealed=true, source=1B}");
	}

	@Test
	void tellsAContactOfEverybodyWhereNoChildIsNamed() {
		List<PersonMention> adults = List.of(Events.somebody("tenant", PersonRole.TENANT));

		assertThat(Events.said(PublicContactReceived.class, adults, "sourceCode", "9", "anonymous", true, "reportedAt",
				Instant.parse("2025-09-30T09:00:00Z")))
			.containsExactly(
					"CONTACT_RECEIVED tenant {anonymous=true, reportedAt=2025-09-30T09:00:00Z, sealed=false, source=9}");
	}

	@Test
	void refusesAContactWithItsReferrerAmongThePeople() {
		List<PersonMention> withReferrer = List.of(Events.somebody("child", PersonRole.CHILD),
				Events.somebody("neighbour", PersonRole.REPORTER));

		assertThatIllegalArgumentException().isThrownBy(() -> Events.said(PublicContactReceived.class, withReferrer,
				"sourceCode", "1B", "reportedAt", Instant.parse("2025-09-30T09:00:00Z")))
			.withMessageContaining("REPORTER");
	}

	@Test
	void withdrawsSuchAContactWithoutItsReferrer() {
		PublicContactReceived withdrawn = Events.event(PublicContactReceived.class,
				Events.inState(RecordState.RETRACTED),
				List.of(Events.somebody("child", PersonRole.CHILD), Events.somebody("neighbour", PersonRole.REPORTER)),
				"sourceCode", "1B", "reportedAt", Instant.parse("2025-09-30T09:00:00Z"));

		assertThat(Events.observed(withdrawn).getPeople()).singleElement()
			.satisfies((person) -> assertThat(person.getRecorded().getRef()).isEqualTo("child"));
		assertThat(Events.observed(withdrawn).getFacts()).isEmpty();
	}

}
