package org.mashhub.population.agencies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.ContactKind;
import org.mashhub.event.common.v1.ContactPoint;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.population.chance.Dice;
import org.mashhub.population.names.Name;
import org.mashhub.population.names.Spelling;
import org.mashhub.population.people.Area;
import org.mashhub.population.people.Dwelling;
import org.mashhub.population.people.Person;

/**
 * Writes people down as one agency does. What comes from the agency's index is written
 * with the same mistakes every time: its dice belong to agency and person, not to the
 * record.
 */
final class Pen {

	/** A friend's name is used by so many of those who have one. */
	private static final double USES_NICKNAME = 0.5;

	/**
	 * Days in which an agency's old address, or old name, loses two thirds of its hold.
	 */
	private static final double ADDRESS_FADES = 400;

	private static final double NAME_FADES = 3 * 365;

	private static final double FAMILY_NAME_FIRST = 6;

	private static final List<String> LOOKS = List.of("short hair", "a shaved head", "a beard", "a red jacket",
			"a tattoo on the neck", "glasses", "a baseball cap", "a local accent", "a grey tracksuit",
			"long dark hair");

	private final Area area;

	private final Map<Agency, Habits> habits = new EnumMap<>(Habits.read());

	private final Spelling spelling = new Spelling();

	private final RegisterNumbers numbers;

	Pen(Area area) {
		this.area = area;
		this.numbers = new RegisterNumbers(area);
	}

	Habits habitsOf(Agency agency) {
		Habits found = this.habits.get(agency);
		if (found == null) {
			throw new IllegalStateException(agency + " has no habits");
		}
		return found;
	}

	/**
	 * Writes one person down.
	 * @param careful true when somebody puts right what was written before
	 */
	Written write(Draft draft, Participant participant, long record, boolean careful) {
		return new Hand(draft, participant, record, careful).write();
	}

	/** The writing of one mention. */
	private final class Hand {

		private final Draft draft;

		private final Participant participant;

		private final Person person;

		private final Knowing knowing;

		private final Habits habit;

		private final boolean careful;

		private final EnumSet<Mistake> mistakes = EnumSet.noneOf(Mistake.class);

		/** For what is written anew each time. */
		private final Dice fresh;

		/** For what comes from the agency's index. */
		private final Dice index;

		private final boolean second;

		Hand(Draft draft, Participant participant, long record, boolean careful) {
			this.draft = draft;
			this.participant = participant;
			this.person = participant.person();
			this.knowing = participant.knowing();
			this.habit = habitsOf(draft.agency());
			this.careful = careful;
			long seed = Pen.this.area.seed();
			this.fresh = Dice.of(seed, Purpose.MENTION, record, this.person.number());
			this.second = this.fresh.chance(this.habit.numbers().secondNumber());
			boolean sameAgain = this.knowing == Knowing.WELL && this.fresh.chance(this.habit.records().sameAgain());
			this.index = sameAgain ? Dice.of(seed, Purpose.INDEX + draft.agency().code().hashCode(),
					this.person.number(), this.second ? 1 : 0) : this.fresh;
		}

		Written write() {
			String unidentified = (this.knowing == Knowing.NOT_AT_ALL) ? description() : null;
			List<PersonName> names = names();
			PersonMention mention = new PersonMention(this.participant.ref(), this.participant.role(), names, birth(),
					sex(), identifiers(), address(), contacts(), practice(), isProtected(), false, unidentified);
			if (unidentified != null) {
				this.mistakes.add(Mistake.NAME_NOT_KNOWN);
			}
			return new Written(this.participant, mention, this.mistakes);
		}

		// --- names ---------------------------------------------------------------------

		private List<PersonName> names() {
			Name name = nameInUse();
			String nickname = nickname();
			if (this.knowing == Knowing.NOT_AT_ALL) {
				return List.of();
			}
			if (this.draft.isBeforeNaming() && this.participant.role() == PersonRole.CHILD) {
				return List.of(babyName());
			}
			if (this.knowing == Knowing.BY_SIGHT) {
				return List.of(nameBySight(name, nickname));
			}
			List<String> given = given(name, nickname);
			String family = family(name);
			double swapped = this.habit.names().swappedNames()
					* (this.person.origin().saysFamilyNameFirst() ? FAMILY_NAME_FIRST : 1);
			if (family != null && slips(swapped, Mistake.SWAPPED_NAMES)) {
				String first = given.getFirst();
				given.set(0, family);
				family = first;
			}
			List<PersonName> names = new ArrayList<>(2);
			if (this.index.chance(this.habit.names().asOneText())) {
				names.add(new PersonName(NameUse.USUAL, List.of(), null,
						inCase((family != null) ? String.join(" ", given) + " " + family : String.join(" ", given))));
			}
			else {
				given.replaceAll(this::inCase);
				names.add(new PersonName(NameUse.USUAL, given, (family != null) ? inCase(family) : null, null));
			}
			if (this.fresh.chance(this.habit.names().alias())) {
				alias(nickname).ifPresent(names::add);
			}
			return names;
		}

		/** Some agencies have not heard yet that somebody married. */
		private Name nameInUse() {
			Optional<Name> former = this.person.formerName();
			if (former.isPresent()) {
				double since = this.draft.day() - this.person.renamedOn();
				boolean still = this.index
					.chance(this.habit.names().formerName() * StrictMath.exp(-Math.max(0, since) / NAME_FADES));
				if (since < 0) {
					return former.get();
				}
				if (still && !this.careful) {
					this.mistakes.add(Mistake.FORMER_NAME);
					return former.get();
				}
			}
			return this.person.name();
		}

		private @Nullable String nickname() {
			Dice own = Dice.of(Pen.this.area.seed(), Purpose.NICKNAME, this.person.number());
			return own.chance(USES_NICKNAME) ? Pen.this.spelling.nickname(this.person.name().first(), own).orElse(null)
					: null;
		}

		private PersonName babyName() {
			this.mistakes.add(Mistake.BABY_NAME);
			String mothers = this.person.mother()
				.map((mother) -> mother.name().family())
				.orElse(this.person.name().family());
			return new PersonName(NameUse.USUAL, List.of(inCase("Baby")), inCase(letters(mothers)), null);
		}

		private PersonName nameBySight(Name name, @Nullable String nickname) {
			String given = letters((nickname != null) ? nickname : name.first());
			if (nickname != null) {
				this.mistakes.add(Mistake.NICKNAME);
			}
			if (this.fresh.chance(0.35)) {
				return new PersonName(NameUse.USUAL, List.of(misspelled(given)), misspelled(letters(name.family())),
						null);
			}
			this.mistakes.add(Mistake.NAME_NOT_KNOWN);
			return (nickname != null) ? new PersonName(NameUse.NICKNAME, List.of(), null, given)
					: new PersonName(NameUse.USUAL, List.of(misspelled(given)), null, null);
		}

		private List<String> given(Name name, @Nullable String nickname) {
			Habits.OfNames habits = this.habit.names();
			List<String> certificate = name.given();
			List<String> given = new ArrayList<>(3);
			boolean likely = this.knowing == Knowing.TOLD;
			if (nickname != null && this.index.chance(likely ? habits.nickname() * 2 : habits.nickname())
					&& !this.careful) {
				this.mistakes.add(Mistake.NICKNAME);
				given.add(letters(nickname));
				return given;
			}
			boolean part = certificate.size() > 1 && !this.person.origin().isBritish()
					&& slips(habits.partOfName() * 2, Mistake.PART_OF_NAME);
			addSpelled(given, certificate.get(part ? 1 : 0));
			if (part || certificate.size() == 1) {
				return given;
			}
			double thrown = this.index.uniform();
			boolean middle = !likely || this.fresh.chance(0.3);
			if (thrown < habits.middleNames() && middle) {
				for (String more : certificate.subList(1, certificate.size())) {
					addSpelled(given, more);
				}
			}
			else if (thrown < habits.middleNames() + habits.initial() && middle) {
				given.add(letters(certificate.get(1)).substring(0, 1));
			}
			return given;
		}

		/**
		 * A Chinese name of two parts is written as two words, with a hyphen or as one.
		 */
		private void addSpelled(List<String> given, String name) {
			String spelled = misspelled(letters(name));
			int space = spelled.indexOf(' ');
			if (space < 0) {
				given.add(spelled);
				return;
			}
			String one = spelled.substring(0, space);
			String other = spelled.substring(space + 1);
			double thrown = this.index.uniform();
			if (thrown < 0.45) {
				given.add(one);
				given.add(other);
			}
			else {
				given.add((thrown < 0.65) ? one + "-" + other : one + other.toLowerCase(Locale.ROOT));
			}
		}

		private @Nullable String family(Name name) {
			boolean unknown = this.index.chance(this.habit.names().noFamilyName())
					|| (this.knowing == Knowing.TOLD && this.fresh.chance(0.06));
			if (unknown && !this.careful) {
				this.mistakes.add(Mistake.NAME_NOT_KNOWN);
				return null;
			}
			String family = letters(name.family());
			int joint = Math.max(family.indexOf('-', 1), family.indexOf(' '));
			if (joint > 2 && slips(this.habit.names().partOfName(), Mistake.PART_OF_NAME)) {
				family = this.index.chance(0.5) ? family.substring(0, joint) : family.substring(joint + 1);
			}
			else if (joint > 0 && this.index.chance(0.2)) {
				family = family.replace('-', ' ');
			}
			return misspelled(family);
		}

		private String misspelled(String name) {
			Habits.OfNames habits = this.habit.names();
			double thrown = this.index.uniform();
			if (this.careful || thrown > habits.otherSpelling() + habits.byEar() + habits.slip()) {
				return name;
			}
			if (thrown < habits.slip()) {
				return changed(name, Pen.this.spelling.slip(name, this.index), Mistake.SLIP);
			}
			if (thrown < habits.slip() + habits.byEar()) {
				return changed(name, Pen.this.spelling.byEar(name, this.index), Mistake.BY_EAR);
			}
			return changed(name, letters(Pen.this.spelling.other(name, this.index).orElse(name)),
					Mistake.OTHER_SPELLING);
		}

		private String changed(String name, String other, Mistake mistake) {
			if (!other.equals(name)) {
				this.mistakes.add(mistake);
			}
			return other;
		}

		private Optional<PersonName> alias(@Nullable String nickname) {
			Optional<Name> former = this.person.formerName();
			if (nickname != null) {
				return Optional.of(new PersonName(NameUse.NICKNAME, List.of(), null, letters(nickname)));
			}
			return former.map((name) -> new PersonName(NameUse.FORMER, List.of(letters(name.first())),
					letters(name.family()), null));
		}

		private String letters(String name) {
			return this.index.chance(this.habit.names().accents()) ? name : Pen.this.spelling.plain(name);
		}

		/** An agency's system writes in capitals or it does not: old records do. */
		private String inCase(String name) {
			boolean capitals = this.person.number() % 100 < this.habit.names().capitals() * 100;
			return capitals ? name.toUpperCase(Locale.ROOT) : name;
		}

		// --- dates, sex, numbers -------------------------------------------------------

		private @Nullable BirthDate birth() {
			double unknown = switch (this.knowing) {
				case WELL -> this.habit.birth().noBirth();
				case TOLD -> Math.max(0.45, this.habit.birth().noBirth());
				case BY_SIGHT, NOT_AT_ALL -> 1;
			};
			if (this.index.chance(unknown) && !(this.careful && this.knowing == Knowing.WELL)) {
				return this.fresh.chance(0.45) ? estimated() : null;
			}
			LocalDate born = LocalDate.ofEpochDay(this.person.born());
			return new BirthDate(this.careful ? born : mistaken(born), null, null, null);
		}

		private BirthDate estimated() {
			this.mistakes.add(Mistake.ESTIMATED_AGE);
			int age = this.person.age(this.draft.day());
			int guess = (int) Math.max(0, Math.round(this.fresh.around(age, 0.6 + age * 0.07)));
			return new BirthDate(null, null, null, guess);
		}

		private LocalDate mistaken(LocalDate born) {
			Habits.OfBirth habits = this.habit.birth();
			double thrown = this.index.uniform();
			if (thrown < habits.firstOfJanuary()) {
				this.mistakes.add(Mistake.DEFAULT_DATE);
				return LocalDate.of(born.getYear(), 1, 1);
			}
			thrown -= habits.firstOfJanuary();
			if (thrown < habits.swappedBirth() && born.getDayOfMonth() <= 12
					&& born.getDayOfMonth() != born.getMonthValue()) {
				this.mistakes.add(Mistake.SWAPPED_DATE);
				return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
			}
			thrown -= habits.swappedBirth();
			if (thrown >= 0 && thrown < habits.wrongBirth()) {
				return wrong(born);
			}
			return born;
		}

		private LocalDate wrong(LocalDate born) {
			LocalDate other = switch (this.index.below(4)) {
				case 0 -> born.plusYears(this.index.chance(0.5) ? 1 : -1);
				case 1 -> born.plusMonths(this.index.chance(0.5) ? 1 : -1);
				case 2 -> born.plusDays(this.index.chance(0.5) ? 1 : -1);
				default -> born.plusDays((born.getDayOfMonth() > 15) ? -10 : 10);
			};
			LocalDate latest = LocalDate.ofEpochDay(this.draft.day());
			if (other.isAfter(latest)) {
				return born;
			}
			this.mistakes.add(Mistake.WRONG_DATE);
			return other;
		}

		private Sex sex() {
			Habits.Particulars habits = this.habit.particulars();
			boolean told = this.knowing != Knowing.WELL && !saysSex(this.participant.role());
			if (this.fresh.chance(told ? 0.3 : habits.noSex())) {
				return Sex.UNKNOWN;
			}
			boolean female = this.person.isFemale();
			if (slips(habits.wrongSex(), Mistake.WRONG_SEX)) {
				female = !female;
			}
			return female ? Sex.FEMALE : Sex.MALE;
		}

		private static boolean saysSex(PersonRole role) {
			return role == PersonRole.MOTHER || role == PersonRole.FATHER;
		}

		private List<Identifier> identifiers() {
			if (this.knowing == Knowing.BY_SIGHT || this.knowing == Knowing.NOT_AT_ALL) {
				return List.of();
			}
			Habits.OfNumbers habits = this.habit.numbers();
			List<Identifier> identifiers = new ArrayList<>(3);
			boolean told = this.knowing == Knowing.TOLD;
			if (this.fresh.chance(told ? habits.nhsNumber() * 0.2 : habits.nhsNumber())) {
				nhsNumber(habits).ifPresent((number) -> identifiers.add(new Identifier("NHS_NUMBER", number,
						this.draft.agency() == Agency.GP || this.draft.agency() == Agency.HOSPITAL)));
			}
			if (!told && this.fresh.chance(habits.otherRegisters())) {
				Pen.this.numbers.of(this.draft.agency(), this.person, this.draft.day()).ifPresent(identifiers::add);
			}
			if (this.fresh.chance(told ? habits.ownNumber() * 0.35 : habits.ownNumber())) {
				if (this.second) {
					this.mistakes.add(Mistake.SECOND_NUMBER);
				}
				identifiers.add(new Identifier(this.draft.agency().scheme(),
						Pen.this.numbers.own(this.draft.agency(), this.person, this.second), false));
			}
			return identifiers;
		}

		/**
		 * A number that fails its check digit is refused at the door, so a wrong one is
		 * always that of somebody.
		 */
		private Optional<String> nhsNumber(Habits.OfNumbers habits) {
			double thrown = this.fresh.uniform();
			if (!this.careful && thrown < habits.nhsOfRelative() + habits.nhsOfStranger()) {
				Optional<Person> other = (thrown < habits.nhsOfRelative()) ? relative()
						: Optional.of(this.fresh.oneOf(Pen.this.area.people()));
				Optional<String> number = other.filter((found) -> found != this.person).flatMap(Person::nhsNumber);
				if (number.isPresent()) {
					this.mistakes
						.add((thrown < habits.nhsOfRelative()) ? Mistake.RELATIVES_NUMBER : Mistake.STRANGERS_NUMBER);
					return number;
				}
			}
			return this.person.nhsNumber();
		}

		private Optional<Person> relative() {
			List<Person> siblings = this.person.mother().map(Person::children).orElse(List.of());
			return (siblings.size() > 1 && this.fresh.chance(0.7)) ? Optional.of(this.fresh.oneOf(siblings))
					: this.person.mother();
		}

		// --- where, and how to reach ---------------------------------------------------

		private @Nullable Address address() {
			double missing = switch (this.knowing) {
				case WELL -> this.habit.addresses().noAddress();
				case TOLD -> Math.max(0.3, this.habit.addresses().noAddress());
				case BY_SIGHT -> 0.8;
				case NOT_AT_ALL -> 1;
			};
			Dwelling home = homeInUse();
			return (home == null || (this.fresh.chance(missing) && !this.careful)) ? null
					: new AddressHand(home).write();
		}

		private @Nullable Dwelling homeInUse() {
			Dwelling home = this.draft.homeOf(this.person);
			Optional<Dwelling> former = this.person.formerHome();
			double since = Math.max(0, this.draft.day() - this.person.movedOn());
			if (former.isPresent() && !former.get().equals(home) && !this.careful && this.index
				.chance(this.habit.addresses().oldAddress() * StrictMath.exp(-since / ADDRESS_FADES))) {
				this.mistakes.add(Mistake.OLD_ADDRESS);
				return former.get();
			}
			return home;
		}

		private boolean isProtected() {
			return this.draft.isHomeProtected(this.person) && !this.mistakes.contains(Mistake.OLD_ADDRESS);
		}

		private List<ContactPoint> contacts() {
			if (this.knowing == Knowing.BY_SIGHT || this.knowing == Knowing.NOT_AT_ALL) {
				return List.of();
			}
			Habits.Particulars habits = this.habit.particulars();
			boolean child = this.person.age(this.draft.day()) < 16;
			Person reached = child ? this.person.mother().orElse(this.person) : this.person;
			List<ContactPoint> contacts = new ArrayList<>(2);
			double share = (this.knowing == Knowing.TOLD) ? 0.3 : child ? 0.5 : 1;
			if (this.fresh.chance(habits.phone() * share)) {
				boolean old = reached.phones() > 0 && slips(habits.oldPhone(), Mistake.OLD_PHONE);
				contacts.add(new ContactPoint(ContactKind.PHONE,
						RegisterNumbers.phone(reached, reached.phones() - (old ? 1 : 0))));
			}
			if (!child && this.fresh.chance(habits.email() * share)) {
				contacts.add(new ContactPoint(ContactKind.EMAIL, email()));
			}
			return contacts;
		}

		private String email() {
			Name name = this.person.nameAtBirth();
			String text = Pen.this.spelling.plain(name.first() + "." + name.family()).toLowerCase(Locale.ROOT);
			return text.replaceAll("[^a-z.]", "") + this.person.number() % 97 + "@example.org";
		}

		private @Nullable String practice() {
			int number = this.person.practice();
			return (number > 0 && this.knowing == Knowing.WELL
					&& this.fresh.chance(this.habit.particulars().practice())) ? Agency.practice(number) : null;
		}

		private String description() {
			int age = this.person.age(this.draft.day());
			String who = this.person.isFemale() ? ((age < 18) ? "girl" : "woman") : ((age < 18) ? "boy" : "man");
			return who + " of about " + Math.round(this.fresh.around(age, 1 + age * 0.08) / 5) * 5 + ", with "
					+ this.fresh.oneOf(LOOKS);
		}

		private boolean slips(double share, Mistake mistake) {
			if (this.index.chance(share) && !this.careful) {
				this.mistakes.add(mistake);
				return true;
			}
			return false;
		}

		/** The writing of one address. */
		private final class AddressHand {

			private final Dwelling home;

			private final Habits.OfAddresses habits = Hand.this.habit.addresses();

			AddressHand(Dwelling home) {
				this.home = home;
			}

			Address write() {
				List<String> lines = new ArrayList<>(3);
				if (this.home.flat() != null) {
					if (Hand.this.fresh.chance(this.habits.noFlat()) && !Hand.this.careful) {
						Hand.this.mistakes.add(Mistake.NO_FLAT);
					}
					else {
						lines.add(this.home.flat());
					}
				}
				lines.add(Hand.this.fresh.chance(this.habits.abbreviated()) ? abbreviated(this.home.house())
						: this.home.house());
				if (Hand.this.fresh.chance(this.habits.oneLine())) {
					String line = String.join(", ", lines);
					lines.clear();
					lines.add(line);
				}
				lines.add(this.home.locality());
				String uprn = Hand.this.fresh.chance(this.habits.uprn()) ? Long.toString(this.home.uprn()) : null;
				return new Address(lines, postcode(), uprn, null);
			}

			private @Nullable String postcode() {
				if (Hand.this.fresh.chance(this.habits.noPostcode()) && !Hand.this.careful) {
					return null;
				}
				String code = this.home.postcode();
				if (Hand.this.fresh.chance(this.habits.wrongPostcode()) && !Hand.this.careful) {
					Hand.this.mistakes.add(Mistake.WRONG_POSTCODE);
					char last = code.charAt(code.length() - 1);
					char other = (last == 'Z') ? 'Y' : (last == 'H') ? 'J' : (last == 'B') ? 'D' : (char) (last + 1);
					String letters = "ABDEFGHJLNPQRSTUWXYZ";
					return code.substring(0, code.length() - 1) + ((letters.indexOf(other) < 0) ? 'A' : other);
				}
				return code;
			}

			private static String abbreviated(String house) {
				int space = house.lastIndexOf(' ');
				String kind = house.substring(space + 1);
				String shorter = switch (kind) {
					case "Street" -> "St";
					case "Road" -> "Rd";
					case "Avenue" -> "Ave";
					case "Close" -> "Cl";
					case "Crescent" -> "Cres";
					case "Drive" -> "Dr";
					case "Gardens" -> "Gdns";
					case "Lane" -> "Ln";
					case "Place" -> "Pl";
					case "Square" -> "Sq";
					case "Terrace" -> "Terr";
					default -> kind;
				};
				return house.substring(0, space + 1) + shorter;
			}

		}

	}

}
