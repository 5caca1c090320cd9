package org.mashhub.population.agencies;

import java.lang.reflect.RecordComponent;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HabitsTest {

	@ParameterizedTest
	@EnumSource(Agency.class)
	void everyHabitIsAShare(Agency agency) throws ReflectiveOperationException {
		Habits habits = habitsOf(agency);

		for (Record group : new Record[] { habits.names(), habits.birth(), habits.numbers(), habits.addresses(),
				habits.particulars(), habits.records() }) {
			for (RecordComponent habit : group.getClass().getRecordComponents()) {
				habit.getAccessor().setAccessible(true);
				double rate = (Double) habit.getAccessor().invoke(group);
				assertThat(rate).as("%s of %s", habit.getName(), agency)
					.isBetween(0.0, habit.getName().equals("lateHours") ? 100.0 : 1.0);
			}
		}
	}

	@Test
	void healthTracesPeopleAndTheStreetDoesNot() {
		assertThat(habitsOf(Agency.GP).numbers().nhsNumber()).isEqualTo(1);
		assertThat(habitsOf(Agency.POLICE).numbers().nhsNumber()).isZero();
		assertThat(habitsOf(Agency.HOUSING).numbers().nhsNumber()).isZero();
		assertThat(habitsOf(Agency.HOUSING).birth().firstOfJanuary())
			.isGreaterThan(habitsOf(Agency.GP).birth().firstOfJanuary());
		assertThat(habitsOf(Agency.POLICE).names().alias()).isGreaterThan(habitsOf(Agency.GP).names().alias());
	}

	private static Habits habitsOf(Agency agency) {
		Map<Agency, Habits> all = Habits.read();
		Habits found = all.get(agency);
		if (found == null) {
			throw new AssertionError(agency + " has no habits");
		}
		return found;
	}

}
