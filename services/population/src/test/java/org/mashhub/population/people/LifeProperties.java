package org.mashhub.population.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** What must be true of every area, whatever its seed. */
class LifeProperties {

	private static final int TRIES = 8;

	@Property(tries = TRIES)
	void nobodyIsInTwoPlaces(@ForAll long seed) {
		Area area = lived(seed);

		for (List<Integer> stays : byPerson(area).values()) {
			for (int at = 1; at < stays.size(); at++) {
				assertThat(area.stays().from(stays.get(at))).isGreaterThanOrEqualTo(area.stays().to(stays.get(at - 1)));
			}
			stays.forEach((stay) -> assertThat(area.stays().to(stay)).isGreaterThan(area.stays().from(stay)));
		}
	}

	@Property(tries = TRIES)
	void whoLivesSomewhereHasOneStayThatGoesOn(@ForAll long seed) {
		Area area = lived(seed);
		Map<Person, List<Integer>> stays = byPerson(area);

		for (Person person : area.people()) {
			long open = stays.getOrDefault(person, List.of())
				.stream()
				.filter((stay) -> area.stays().to(stay) == Stays.OPEN)
				.count();
			assertThat(open).isEqualTo(person.household().isPresent() ? 1 : 0);
		}
	}

	@Property(tries = TRIES)
	void deathsEndStaysAndNobodyLivesAnywhereBeforeBirth(@ForAll long seed) {
		Area area = lived(seed);

		byPerson(area).forEach((person, stays) -> {
			assertThat(area.stays().from(stays.getFirst())).isGreaterThanOrEqualTo(person.born());
			if (person.died() != Person.ALIVE) {
				assertThat(area.stays().to(stays.getLast())).isLessThanOrEqualTo(person.died());
				assertThat(person.household()).isEmpty();
				assertThat(person.partner()).isEmpty();
			}
		});
	}

	@Property(tries = TRIES)
	void aMotherIsAGrownWomanAndKnowsHerChildren(@ForAll long seed) {
		for (Person child : lived(seed).people()) {
			child.mother().ifPresent((mother) -> {
				assertThat(mother.isFemale()).isTrue();
				assertThat(mother.children()).contains(child);
				assertThat(mother.age(child.born())).isBetween(14, 50);
			});
			child.father().ifPresent((father) -> {
				assertThat(father.isFemale()).isFalse();
				assertThat(father.children()).contains(child);
				assertThat(father.age(child.born())).isGreaterThanOrEqualTo(13);
			});
		}
	}

	@Property(tries = TRIES)
	void twinsShareTheirDayOfBirthAndOthersAreMonthsApart(@ForAll long seed) {
		for (Person mother : lived(seed).people().stream().filter(Person::isFemale).toList()) {
			List<Integer> births = mother.children().stream().map(Person::born).sorted().toList();
			for (int at = 1; at < births.size(); at++) {
				int apart = births.get(at) - births.get(at - 1);
				assertThat(apart == 0 || apart > 230).as("%d days between births", apart).isTrue();
			}
		}
	}

	@Property(tries = TRIES)
	void nhsNumbersAreValidAndBelongToOne(@ForAll long seed) {
		Set<String> seen = new HashSet<>();

		for (Person person : lived(seed).people()) {
			person.nhsNumber().ifPresent((number) -> {
				assertThat(number).startsWith("999").hasSize(10);
				assertThat(seen.add(number)).isTrue();
				assertThat(isValid(number)).isTrue();
			});
		}
	}

	@Property(tries = TRIES)
	void partnersAreEachOthersAndOneAtATime(@ForAll long seed) {
		Area area = lived(seed);
		Map<Person, List<Bonds.Bond>> bonds = new HashMap<>();
		area.bonds().all().forEach((bond) -> {
			bonds.computeIfAbsent(bond.one(), (person) -> new ArrayList<>()).add(bond);
			bonds.computeIfAbsent(bond.other(), (person) -> new ArrayList<>()).add(bond);
		});

		for (Person person : area.people()) {
			person.partner().ifPresent((partner) -> assertThat(partner.partner()).isEqualTo(Optional.of(person)));
		}
		bonds.values().forEach((own) -> {
			own.sort(Comparator.comparingInt(Bonds.Bond::from));
			for (int at = 1; at < own.size(); at++) {
				assertThat(own.get(at).from()).isGreaterThanOrEqualTo(own.get(at - 1).to());
			}
		});
	}

	@Property(tries = TRIES)
	void nobodyWaitsForEverInAHomeThatIsEmpty(@ForAll long seed) {
		Area area = lived(seed);

		for (Person person : area.people()) {
			person.household().ifPresent((household) -> assertThat(household.members()).contains(person));
		}
		Set<Dwelling> homes = new HashSet<>();
		for (Household household : area.households) {
			if (!household.isInstitution() && !household.members().isEmpty()) {
				assertThat(homes.add(household.home())).as("one household a home").isTrue();
			}
		}
	}

	private static Area lived(long seed) {
		Area area = new Area(seed, 1000, LocalDate.of(2016, 1, 1), 6);
		new Life<>(area, Meddler::new).run((month) -> {
		});
		return area;
	}

	private static Map<Person, List<Integer>> byPerson(Area area) {
		Map<Person, List<Integer>> stays = new HashMap<>();
		for (int stay = 0; stay < area.stays().size(); stay++) {
			if (!area.stays().isVisit(stay)) {
				stays.computeIfAbsent(area.stays().person(stay), (person) -> new ArrayList<>()).add(stay);
			}
		}
		return stays;
	}

	private static boolean isValid(String number) {
		int sum = 0;
		for (int at = 0; at < 9; at++) {
			sum += (number.charAt(at) - '0') * (10 - at);
		}
		return (11 - sum % 11) % 11 == number.charAt(9) - '0';
	}

	/**
	 * Sees everything, and steps in where it can: takes children away, sends adults to
	 * prison.
	 */
	private static final class Meddler implements Witness {

		private final Interventions life;

		Meddler(Interventions life) {
			this.life = life;
		}

		@Override
		public void expecting(Person mother, Optional<Person> father, int conceived) {
			assertThat(mother.household()).isPresent();
		}

		@Override
		public void born(List<Person> babies, int day) {
			babies.forEach((baby) -> assertThat(baby.born()).isEqualTo(day));
		}

		@Override
		public void arrived(Household household, List<Person> newcomers, int day) {
			assertThat(household.members()).containsAll(newcomers);
		}

		@Override
		public void left(List<Person> people, Dwelling from, Household.Tenure tenure, int day) {
			people.forEach((person) -> assertThat(person.household()).isEmpty());
		}

		@Override
		public void moved(List<Person> movers, Household household, Dwelling from, Household.Tenure before, Why why,
				int day) {
			assertThat(household.members()).containsAll(movers);
		}

		@Override
		public void renamed(Person person, int day) {
			assertThat(person.formerName()).isPresent();
		}

		@Override
		public void died(Person person, Household household, int day) {
			assertThat(person.died()).isEqualTo(day);
		}

		@Override
		public void lived(Household household, int month) {
			Person member = household.members().getFirst();
			int day = household.changedOn() + 1;
			if (member.number() % 40 == month % 40) {
				this.life.imprison(member, day, 100);
			}
			else if (household.number() % 50 == month % 50) {
				this.life.takeIntoCare(household.members().getLast(), day);
			}
		}

		@Override
		public void passed(int day) {
			// Nothing to write.
		}

	}

}
