package org.mashhub.population;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mashhub.population.files.TableFile;
import org.mashhub.population.people.Area;
import org.mashhub.population.people.Bonds.Bond;
import org.mashhub.population.people.Dwelling;
import org.mashhub.population.people.Person;
import org.mashhub.population.people.Stays;
import org.mashhub.population.people.Why;

/** Writes what is true, in tables. Days without an end stand as empty cells. */
final class Truth {

	private static final int OF_AGE = 18;

	private final Area area;

	private final Stays stays;

	/** Pairs who are or were partners, each in both orders. */
	private final Set<Long> partners = new HashSet<>();

	Truth(Area area) {
		this.area = area;
		this.stays = area.stays();
		for (Bond bond : area.bonds().all()) {
			this.partners.add(pair(bond.one(), bond.other()));
			this.partners.add(pair(bond.other(), bond.one()));
		}
	}

	void people(Path file) {
		try (TableFile table = new TableFile(file, "person", "sex", "born", "died", "origin", "given", "family",
				"family_at_birth", "renamed_on", "nhs_number", "mother", "father")) {
			for (Person person : this.area.people()) {
				table.next()
					.add(person.number())
					.add(person.isFemale() ? "F" : "M")
					.add(day(person.born()))
					.add(day(person.died()))
					.add(person.origin().name())
					.add(String.join(" ", person.name().given()))
					.add(person.name().family())
					.add(person.nameAtBirth().family())
					.add(person.formerName().isPresent() ? day(person.renamedOn()) : "")
					.add(person.nhsNumber().orElse(""))
					.add(number(person.mother()))
					.add(number(person.father()))
					.end();
			}
		}
	}

	void households(Path file) {
		try (TableFile table = new TableFile(file, "household", "person", "from", "to", "why", "kind", "address",
				"postcode", "uprn")) {
			for (int stay = 0; stay < this.stays.size(); stay++) {
				if (this.stays.isVisit(stay)) {
					continue;
				}
				Dwelling home = this.stays.home(stay);
				String flat = home.flat();
				table.next()
					.add(this.stays.household(stay))
					.add(this.stays.person(stay).number())
					.add(day(this.stays.from(stay)))
					.add(day(this.stays.to(stay)))
					.add(this.stays.why(stay).name())
					.add(home.kind().name())
					.add(((flat != null) ? flat + "|" : "") + home.house() + "|" + home.locality())
					.add(home.postcode())
					.add(home.uprn())
					.end();
			}
		}
	}

	void relations(Path file) {
		try (TableFile table = new TableFile(file, "one", "kind", "other", "from", "to", "detail")) {
			for (Person person : this.area.people()) {
				person.mother().ifPresent((mother) -> parent(table, mother, person, "MOTHER"));
				person.father().ifPresent((father) -> parent(table, father, person, "FATHER"));
				siblings(table, person);
			}
			for (Bond bond : this.area.bonds().all()) {
				table.next()
					.add(bond.one().number())
					.add("PARTNER_OF")
					.add(bond.other().number())
					.add(day(bond.from()))
					.add(day(bond.to()))
					.add((bond.wedOn() != Stays.OPEN) ? "MARRIED " + day(bond.wedOn()) : "")
					.end();
			}
		}
	}

	/**
	 * For every child, the adults with whom it lived, or who came and went, or its
	 * parents.
	 */
	void childrenAndAdults(Path file) {
		int[][] ofPerson = staysByPerson();
		try (TableFile table = new TableFile(file, "child", "adult", "from", "to", "why")) {
			for (Person child : this.area.people()) {
				int grown = ofAge(child);
				if (grown > this.area.begin()) {
					around(child, grown, ofPerson).forEach((found) -> table.next()
						.add(child.number())
						.add(found.adult)
						.add(day(found.from))
						.add((found.to >= this.area.end()) ? "" : day(found.to))
						.add(found.why.name())
						.end());
				}
			}
		}
	}

	private List<Around> around(Person child, int grown, int[][] ofPerson) {
		List<Around> found = new ArrayList<>();
		for (int stay : ofPerson[child.number()]) {
			if (this.stays.isVisit(stay)) {
				continue;
			}
			int from = this.stays.from(stay);
			int to = Math.min(this.stays.to(stay), Math.min(grown, this.area.end()));
			for (int other : this.stays.of(this.stays.household(stay))) {
				Person adult = this.stays.person(other);
				if (adult != child) {
					boolean visits = this.stays.isVisit(other);
					add(found, child, adult, other, from, to,
							visits ? Around.How.VISITING_PARTNER : how(child, adult, stay));
				}
			}
			for (Person parent : parents(child)) {
				for (int other : ofPerson[parent.number()]) {
					if (!this.stays.isVisit(other) && this.stays.household(other) != this.stays.household(stay)) {
						add(found, child, parent, other, from, to, Around.How.PARENT_ELSEWHERE);
					}
				}
			}
		}
		return merged(found);
	}

	private void add(List<Around> found, Person child, Person adult, int stay, int from, int to, Around.How why) {
		int begin = Math.max(Math.max(from, this.stays.from(stay)), ofAge(adult));
		int end = Math.min(to, this.stays.to(stay));
		if (begin < end && adult != child) {
			found.add(new Around(adult.number(), why, begin, end));
		}
	}

	private static List<Around> merged(List<Around> found) {
		found.sort(Comparator.comparingInt(Around::adult).thenComparing(Around::why).thenComparingInt(Around::from));
		List<Around> merged = new ArrayList<>();
		for (Around next : found) {
			Around last = merged.isEmpty() ? null : merged.getLast();
			if (last != null && last.adult == next.adult && last.why == next.why && next.from <= last.to) {
				merged.set(merged.size() - 1, new Around(last.adult, last.why, last.from, Math.max(last.to, next.to)));
			}
			else {
				merged.add(next);
			}
		}
		return merged;
	}

	private Around.How how(Person child, Person adult, int stay) {
		if (child.mother().filter((mother) -> mother == adult).isPresent()) {
			return Around.How.MOTHER;
		}
		if (child.father().filter((father) -> father == adult).isPresent()) {
			return Around.How.FATHER;
		}
		if (child.isRelativeOf(adult)) {
			return Around.How.ADULT_SIBLING;
		}
		for (Person parent : parents(child)) {
			if (parent.isChildOf(adult)) {
				return Around.How.GRANDPARENT;
			}
			if (this.partners.contains(pair(parent, adult))) {
				return Around.How.PARENTS_PARTNER;
			}
		}
		return (this.stays.why(stay) == Why.FOSTERED) ? Around.How.FOSTER_CARER : Around.How.HOUSEHOLD_MEMBER;
	}

	private static void parent(TableFile table, Person parent, Person child, String detail) {
		table.next()
			.add(parent.number())
			.add("PARENT_OF")
			.add(child.number())
			.add(day(child.born()))
			.add("")
			.add(detail)
			.end();
	}

	private static void siblings(TableFile table, Person person) {
		List<Person> all = new ArrayList<>(person.mother().map(Person::children).orElse(List.of()));
		person.father()
			.ifPresent((father) -> father.children().stream().filter((half) -> !all.contains(half)).forEach(all::add));
		for (Person other : all) {
			if (other.number() < person.number()) {
				boolean full = other.mother().equals(person.mother()) && other.father().equals(person.father())
						&& person.father().isPresent() && person.mother().isPresent();
				boolean twin = other.born() == person.born() && other.mother().equals(person.mother());
				table.next()
					.add(other.number())
					.add("SIBLING_OF")
					.add(person.number())
					.add(day(person.born()))
					.add("")
					.add(twin ? "TWIN" : full ? "FULL" : "HALF")
					.end();
			}
		}
	}

	private static List<Person> parents(Person child) {
		List<Person> parents = new ArrayList<>(2);
		child.mother().ifPresent(parents::add);
		child.father().ifPresent(parents::add);
		return parents;
	}

	private int[][] staysByPerson() {
		int[][] found = new int[this.area.people().size()][0];
		for (int stay = 0; stay < this.stays.size(); stay++) {
			int person = this.stays.person(stay).number();
			int length = found[person].length;
			found[person] = Arrays.copyOf(found[person], length + 1);
			found[person][length] = stay;
		}
		return found;
	}

	private static int ofAge(Person person) {
		return (int) LocalDate.ofEpochDay(person.born()).plusYears(OF_AGE).toEpochDay();
	}

	private static long pair(Person one, Person other) {
		return ((long) one.number() << 32) | other.number();
	}

	private static String number(Optional<Person> person) {
		return person.map((found) -> Integer.toString(found.number())).orElse("");
	}

	private static String day(int day) {
		return (day == Stays.OPEN) ? "" : LocalDate.ofEpochDay(day).toString();
	}

	/**
	 * An adult around a child.
	 *
	 * @param adult the adult's number
	 * @param why what the adult is to the child
	 * @param from first day
	 * @param to the day after the last
	 */
	private record Around(int adult, How why, int from, int to) {

		/** What an adult is to a child. */
		enum How {

			MOTHER, FATHER, PARENTS_PARTNER, GRANDPARENT, ADULT_SIBLING, FOSTER_CARER, HOUSEHOLD_MEMBER,
			VISITING_PARTNER, PARENT_ELSEWHERE

		}

	}

}
