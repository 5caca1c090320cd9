package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Homes;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Sex;

/**
 * Says how well each field of two mentions agrees. The order of the two does not matter.
 */
final class Comparer {

	private static final double ALIKE = 0.84;

	private static final double CLOSE = 0.94;

	/** Of fewer parts a name has two places only, which are compared as they are. */
	private static final int SEVERAL_PARTS = 3;

	/** What a family calls somebody: it says what they are, not who. */
	private static final Set<String> OF_KIN = Set.of("DAD", "DADDY", "MUM", "MUMMY", "MAM", "MOM", "NAN", "NANA",
			"NANNY", "GRAN", "GRANDMA", "GRANDAD", "GRANDPA", "AUNTIE", "UNCLE", "BRO", "SIS", "BABE", "PARTNER");

	/** Placeholders where a child has no first name yet, or nobody knew it. */
	private static final List<String> NO_NAME = List.of("BABY", "INFANT", "TWIN", "UNKNOWN", "UNBORN", "BOY", "GIRL",
			"MALE", "FEMALE", "BABYBOY", "BABYGIRL", "NEWBORN", "NK");

	private static final String LA_CHILD_ID = "LA_CHILD_ID";

	/**
	 * Systems give these out one after another: twins, and the babies of one ward, have
	 * numbers that look like a slip of one another.
	 */
	private static final Set<String> COUNTED_UP = Set.of(LA_CHILD_ID, "LOCAL", "TENANCY_PERSON");

	private static final Set<Agreement> OF_ANOTHER_DAY = EnumSet.of(Agreement.BIRTH_TWO_SLIPS, Agreement.BIRTH_NEAR,
			Agreement.BIRTH_FAR);

	private final Nicknames nicknames = Nicknames.load();

	/**
	 * The level of one field.
	 * @param field the field
	 * @param one one mention
	 * @param other the other
	 * @return the level, null when either leaves the field out
	 */
	@Nullable Agreement compare(Field field, Particulars one, Particulars other) {
		return switch (field) {
			case NHS_NUMBER -> unique(Identifier.NHS_NUMBER, Agreement.NHS_SAME, Agreement.NHS_DIFFERENT, one, other);
			case PNC_ID -> unique(Identifier.PNC_ID, Agreement.PNC_SAME, Agreement.PNC_DIFFERENT, one, other);
			case NUMBER -> number(one, other);
			case GIVEN_NAME -> givenName(one, other);
			case FAMILY_NAME -> familyName(one, other);
			case BIRTH -> birth(one, other);
			case SEX -> sex(one.sex(), other.sex());
			case ADDRESS -> address(one, other);
			case PHONE -> phone(one.phones(), other.phones());
			case EMAIL -> email(one, other);
			case COMPANIONS -> companions(one.companions(), other.companions());
			case PREGNANCY -> Pregnancy.compare(one, other);
			case MOTHER -> mothers(Pregnancy.mother(one), Pregnancy.mother(other));
		};
	}

	/**
	 * The first given name, unless it is none; where none is known, what somebody is
	 * called.
	 */
	static @Nullable String givenName(Particulars who) {
		List<String> given = who.givenNames();
		if (given.isEmpty()) {
			boolean called = who.familyNames().isEmpty() && who.aliases().size() == 1;
			String alias = called ? who.aliases().getFirst() : " ";
			return (alias.contains(" ") || isNoName(alias)) ? null : alias;
		}
		return NO_NAME.contains(given.getFirst()) ? null : given.getFirst();
	}

	/** Whether a word stands for a name that nobody knows. */
	static boolean isNoName(String word) {
		return NO_NAME.contains(word) || OF_KIN.contains(word);
	}

	/** One is known by the given name of the other. */
	private static boolean called(Particulars one, String givenOfOther) {
		for (String alias : one.aliases()) {
			if (alias.equals(givenOfOther) || alias.startsWith(givenOfOther + " ")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The whole name of one, of another family, is one that the other goes by as well.
	 */
	private static boolean goesBy(Particulars one, Particulars other) {
		for (String alias : one.aliases()) {
			for (String family : other.familyNames()) {
				if (!one.familyNames().contains(family) && alias.equals(givenName(other) + " " + family)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether one of a name was where one of the same name, or of one used for it, lives
	 * or was: "a man called Daz", met at the home of "Daz, about 25". What nobody knows
	 * more of is a question at least, unless it is known otherwise.
	 * @param one one mention
	 * @param other the other
	 * @return true where nothing else tells the two apart
	 */
	boolean ofOneNameAndPlace(Particulars one, Particulars other) {
		if (!wasAt(one, other) && !wasAt(other, one)) {
			return false;
		}
		Agreement given = givenName(one, other);
		Agreement family = familyName(one, other);
		Agreement birth = birth(one, other);
		return (given == Agreement.GIVEN_SAME || given == Agreement.GIVEN_VARIANT)
				&& (family == null || family == Agreement.FAMILY_SAME || family == Agreement.FAMILY_CLOSE)
				&& birth != Agreement.BIRTH_NEAR && birth != Agreement.BIRTH_FAR && birth != Agreement.BIRTH_GENERATION
				&& sex(one.sex(), other.sex()) != Agreement.SEX_DIFFERENT;
	}

	private static boolean wasAt(Particulars one, Particulars other) {
		return !one.homesBeside().isEmpty() && (Homes.same(one.homesBeside(), other.homeKeys())
				|| Homes.same(one.homesBeside(), other.homesBeside()));
	}

	/** Of first name and date of birth one may be another: a short form, or a slip. */
	private @Nullable Agreement mothers(@Nullable String one, @Nullable String other) {
		if (one == null || other == null) {
			return null;
		}
		int date = one.lastIndexOf('/');
		int dateOfOther = other.lastIndexOf('/');
		String name = one.substring(Particulars.BY_NAME_AND_DATE.length(), date);
		String nameOfOther = other.substring(Particulars.BY_NAME_AND_DATE.length(), dateOfOther);
		boolean called = name.equals(nameOfOther) || this.nicknames.related(name, nameOfOther)
				|| likeness(name, nameOfOther) != Likeness.NONE;
		boolean two = !called && OF_ANOTHER_DAY.contains(
				birth(LocalDate.parse(one.substring(date + 1)), LocalDate.parse(other.substring(dateOfOther + 1))));
		return two ? Agreement.MOTHER_DIFFERENT : Agreement.MOTHER_SAME;
	}

	/** The family name by itself: halves of a double one follow it. */
	static @Nullable String familyName(Particulars who) {
		return who.familyNames().isEmpty() ? null : who.familyNames().getFirst();
	}

	/** A number that nobody shares and nobody has two of. */
	private static @Nullable Agreement unique(String scheme, Agreement same, Agreement different, Particulars one,
			Particulars other) {
		boolean both = false;
		for (Identifier a : one.identifiers()) {
			if (a.valid() && a.scheme().equals(scheme)) {
				for (Identifier b : other.identifiers()) {
					if (b.valid() && b.scheme().equals(scheme)) {
						if (a.value().equals(b.value())) {
							return same;
						}
						both = true;
					}
				}
			}
		}
		return both ? different : null;
	}

	/** Numbers of two systems are two numbers, whoever has them. */
	private static String issuer(Identifier identifier) {
		int strokes = switch (identifier.scheme()) {
			case "LOCAL", "TENANCY_PERSON" -> 2;
			case LA_CHILD_ID -> 1;
			default -> 0;
		};
		int end = 0;
		for (int stroke = 0; stroke < strokes; stroke++) {
			end = identifier.value().indexOf('/', end) + 1;
		}
		return identifier.value().substring(0, end);
	}

	private static @Nullable Agreement number(Particulars one, Particulars other) {
		Agreement best = null;
		for (Identifier a : one.identifiers()) {
			if (!a.valid() || a.scheme().equals(Identifier.NHS_NUMBER) || a.scheme().equals(Identifier.PNC_ID)) {
				continue;
			}
			for (Identifier b : other.identifiers()) {
				if (b.valid() && a.scheme().equals(b.scheme()) && issuer(a).equals(issuer(b))) {
					if (a.value().equals(b.value())) {
						return Agreement.NUMBER_SAME;
					}
					if (!COUNTED_UP.contains(a.scheme()) && Math.min(a.value().length(), b.value().length()) >= 6
							&& Spelling.oneSlip(a.value(), b.value())) {
						best = Agreement.NUMBER_CLOSE;
					}
					else if (best != Agreement.NUMBER_CLOSE) {
						best = (a.scheme().equals(LA_CHILD_ID) || best == Agreement.NUMBER_OF_ANOTHER)
								? Agreement.NUMBER_OF_ANOTHER : Agreement.NUMBER_DIFFERENT;
					}
				}
			}
		}
		return best;
	}

	private @Nullable Agreement givenName(Particulars one, Particulars other) {
		String a = givenName(one);
		String b = givenName(other);
		if (a == null || b == null) {
			return null;
		}
		if (a.equals(b)) {
			// What somebody is called may be anybody's pet name.
			boolean named = !one.givenNames().isEmpty() && !other.givenNames().isEmpty();
			return isInitial(a) ? Agreement.GIVEN_INITIAL : named ? Agreement.GIVEN_SAME : Agreement.GIVEN_VARIANT;
		}
		if (swapped(one, other)) {
			return Agreement.GIVEN_SWAPPED;
		}
		if (goesBy(one, other) || goesBy(other, one)) {
			return Agreement.GIVEN_SAME;
		}
		if (this.nicknames.related(a, b) || called(one, b) || called(other, a)) {
			return Agreement.GIVEN_VARIANT;
		}
		if (isInitial(a) || isInitial(b)) {
			return (a.charAt(0) == b.charAt(0)) ? Agreement.GIVEN_INITIAL : Agreement.GIVEN_DIFFERENT;
		}
		if (one.givenNames().contains(b) || other.givenNames().contains(a)) {
			return Agreement.GIVEN_MIDDLE;
		}
		return switch (likeness(a, b)) {
			case CLOSE -> Agreement.GIVEN_CLOSE;
			case ALIKE -> Agreement.GIVEN_ALIKE;
			case NONE -> (crossed(a, other) || crossed(b, one)) ? Agreement.GIVEN_CROSSED : Agreement.GIVEN_DIFFERENT;
		};
	}

	/** One letter of an alphabet; where a sign is a syllable, one may be a name. */
	private static boolean isInitial(String name) {
		return name.length() == 1 && !Character.isIdeographic(name.charAt(0))
				&& Character.UnicodeScript.of(name.charAt(0)) != Character.UnicodeScript.HANGUL;
	}

	private static boolean swapped(Particulars one, Particulars other) {
		String givenOne = givenName(one);
		String givenOther = givenName(other);
		String familyOne = familyName(one);
		String familyOther = familyName(other);
		// Shorter names will do where two of them have to agree.
		return givenOne != null && givenOther != null && familyOne != null && familyOther != null
				&& !givenOne.equals(givenOther) && nearly(givenOne, familyOther, 3) && nearly(familyOne, givenOther, 3);
	}

	/**
	 * Whether both have the same name of three parts or more, in whatever order and
	 * however parted into given and family names: Wang Xiao Ming is Xiao Ming Wang. A
	 * father and his son may be so too, where a son's name begins with his own.
	 * @param one one mention
	 * @param other the other
	 * @return true where all parts agree
	 */
	static boolean ofTheSameParts(Particulars one, Particulars other) {
		List<String> parts = parts(one);
		List<String> others = parts(other);
		if (Math.max(parts.size(), others.size()) < SEVERAL_PARTS) {
			return false;
		}
		String whole = String.join("", parts);
		String ofOther = String.join("", others);
		if (whole.length() != ofOther.length()) {
			return false;
		}
		// What was written as one word in one record may be two in the other.
		return (whole + whole).contains(ofOther)
				|| parts.stream().sorted().toList().equals(others.stream().sorted().toList());
	}

	/**
	 * Given names and the family name, of which a double one is followed by its parts.
	 */
	private static List<String> parts(Particulars who) {
		List<String> family = who.familyNames();
		if (who.givenNames().isEmpty() || family.isEmpty()) {
			return List.of();
		}
		List<String> parts = new ArrayList<>(who.givenNames());
		List<String> behind = family.subList(1, family.size());
		if (String.join("", behind).equals(family.getFirst())) {
			parts.addAll(behind);
		}
		else {
			parts.add(family.getFirst());
		}
		return parts;
	}

	/** The given name of one stands among the family names of the other. */
	private static boolean crossed(String given, Particulars other) {
		for (String family : other.familyNames()) {
			if (nearly(given, family)) {
				return true;
			}
		}
		return false;
	}

	/** The only name of one, written as a family name, is the given name of the other. */
	private static boolean misplaced(Particulars one, Particulars other) {
		String family = familyName(one);
		String given = givenName(other);
		return givenName(one) == null && family != null && given != null && nearly(family, given);
	}

	private static boolean nearly(String one, String other) {
		return nearly(one, other, 4);
	}

	private static boolean nearly(String one, String other, int shortest) {
		return one.equals(other)
				|| (Math.min(one.length(), other.length()) >= shortest && Spelling.oneSlip(one, other));
	}

	private static @Nullable Agreement familyName(Particulars one, Particulars other) {
		if (one.familyNames().isEmpty() || other.familyNames().isEmpty()) {
			return null;
		}
		for (String a : one.familyNames()) {
			if (other.familyNames().contains(a)) {
				return Agreement.FAMILY_SAME;
			}
		}
		if (swapped(one, other) || misplaced(one, other) || misplaced(other, one)) {
			return Agreement.FAMILY_SWAPPED;
		}
		Likeness best = Likeness.NONE;
		for (String a : one.familyNames()) {
			for (String b : other.familyNames()) {
				Likeness likeness = likeness(a, b);
				if (likeness.compareTo(best) < 0) {
					best = likeness;
				}
			}
		}
		if (best == Likeness.CLOSE) {
			return Agreement.FAMILY_CLOSE;
		}
		if (alias(one, other) || alias(other, one)) {
			return Agreement.FAMILY_ALIAS;
		}
		return (best == Likeness.ALIKE) ? Agreement.FAMILY_ALIKE : Agreement.FAMILY_DIFFERENT;
	}

	private static boolean alias(Particulars one, Particulars other) {
		for (String alias : one.aliases()) {
			for (String name : other.familyNames()) {
				if (alias.endsWith(" " + name)) {
					return true;
				}
			}
		}
		return false;
	}

	private static Likeness likeness(String a, String b) {
		if (a.length() >= 3 && b.length() >= 3 && Spelling.oneSlip(a, b)) {
			return Likeness.CLOSE;
		}
		double similarity = JaroWinkler.similarity(a, b);
		return (similarity >= CLOSE) ? Likeness.CLOSE : (similarity >= ALIKE) ? Likeness.ALIKE : Likeness.NONE;
	}

	private static @Nullable Agreement birth(Particulars one, Particulars other) {
		LocalDate a = one.birthDate();
		LocalDate b = other.birthDate();
		if (a != null && b != null) {
			return birth(a, b);
		}
		Integer yearOne = one.birthYear();
		Integer yearOther = other.birthYear();
		if (yearOne == null || yearOther == null) {
			return null;
		}
		int apart = Math.abs(yearOne - yearOther);
		return (apart <= 2) ? Agreement.BIRTH_YEAR
				: (apart <= 10) ? Agreement.BIRTH_DECADE : Agreement.BIRTH_GENERATION;
	}

	private static Agreement birth(LocalDate a, LocalDate b) {
		if (a.equals(b)) {
			return (a.getDayOfYear() == 1) ? Agreement.BIRTH_DEFAULT : Agreement.BIRTH_SAME;
		}
		boolean year = a.getYear() == b.getYear();
		if (year && (a.getDayOfYear() == 1 || b.getDayOfYear() == 1)) {
			return Agreement.BIRTH_DEFAULT_YEAR;
		}
		boolean month = a.getMonthValue() == b.getMonthValue();
		boolean day = a.getDayOfMonth() == b.getDayOfMonth();
		if (year && a.getDayOfMonth() == b.getMonthValue() && a.getMonthValue() == b.getDayOfMonth()) {
			return Agreement.BIRTH_SWAPPED;
		}
		int slips = slips(a, b);
		if (slips == 1) {
			return Agreement.BIRTH_CLOSE;
		}
		if ((year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0) == 2) {
			return Agreement.BIRTH_TWO_PARTS;
		}
		if (slips == 2) {
			return Agreement.BIRTH_TWO_SLIPS;
		}
		return (Math.abs(a.getYear() - b.getYear()) <= 10) ? Agreement.BIRTH_NEAR : Agreement.BIRTH_FAR;
	}

	/** How many of the eight digits are wrong; two neighbours swapped are one slip. */
	private static int slips(LocalDate a, LocalDate b) {
		int one = a.getYear() * 10000 + a.getMonthValue() * 100 + a.getDayOfMonth();
		int other = b.getYear() * 10000 + b.getMonthValue() * 100 + b.getDayOfMonth();
		int different = 0;
		int first = -1;
		int second = -1;
		int x = one;
		int y = other;
		for (int place = 0; place < 8; place++) {
			if (x % 10 != y % 10) {
				different++;
				second = first;
				first = place;
			}
			x /= 10;
			y /= 10;
		}
		boolean swap = different == 2 && first == second + 1 && digit(one, first) == digit(other, second)
				&& digit(one, second) == digit(other, first);
		return swap ? 1 : different;
	}

	private static int digit(int number, int place) {
		int shifted = number;
		for (int i = 0; i < place; i++) {
			shifted /= 10;
		}
		return shifted % 10;
	}

	private static @Nullable Agreement sex(Sex one, Sex other) {
		boolean known = (one == Sex.FEMALE || one == Sex.MALE) && (other == Sex.FEMALE || other == Sex.MALE);
		return !known ? null : (one == other) ? Agreement.SEX_SAME : Agreement.SEX_DIFFERENT;
	}

	private static @Nullable Agreement address(Particulars one, Particulars other) {
		if (Homes.share(one.homeKeys(), other.homeKeys())) {
			return Homes.same(one.homeKeys(), other.homeKeys()) ? Agreement.ADDRESS_SAME : Agreement.ADDRESS_NEIGHBOURS;
		}
		String a = one.postcode();
		String b = other.postcode();
		boolean words = !one.addressWords().isEmpty() && !other.addressWords().isEmpty();
		if (!words && (a == null || b == null)) {
			return null;
		}
		boolean onePostcode = a != null && a.equals(b);
		if (onePostcode && differ(one.homeKeys(), other.homeKeys(), "U/")) {
			return Agreement.ADDRESS_NEIGHBOURS;
		}
		double shared = words ? shared(one.addressWords(), other.addressWords()) : 0;
		if (shared >= 0.66) {
			return Agreement.ADDRESS_CLOSE;
		}
		if (onePostcode) {
			return differ(one.homeKeys(), other.homeKeys(), "A/") ? Agreement.ADDRESS_NEIGHBOURS
					: Agreement.ADDRESS_POSTCODE;
		}
		boolean alike = shared >= 0.33 || (a != null && b != null && Spelling.oneSlip(a, b));
		if (alike) {
			return Agreement.ADDRESS_ALIKE;
		}
		return (shared >= 0.2) ? Agreement.ADDRESS_SOME
				: (shared >= 0.1) ? Agreement.ADDRESS_LITTLE : Agreement.ADDRESS_DIFFERENT;
	}

	/** Whether both know a home by a key of one kind, and not by the same. */
	private static boolean differ(List<String> one, List<String> other, String kind) {
		return one.stream().anyMatch((key) -> key.startsWith(kind))
				&& other.stream().anyMatch((key) -> key.startsWith(kind));
	}

	/** Share of words in common (Jaccard 1901). */
	private static double shared(List<String> one, List<String> other) {
		int common = 0;
		for (String word : one) {
			if (other.contains(word)) {
				common++;
			}
		}
		return (double) common / (one.size() + other.size() - common);
	}

	private static @Nullable Agreement phone(List<String> one, List<String> other) {
		if (one.isEmpty() || other.isEmpty()) {
			return null;
		}
		boolean close = false;
		for (String a : one) {
			for (String b : other) {
				if (a.equals(b)) {
					return Agreement.PHONE_SAME;
				}
				close |= Spelling.oneSlip(a, b);
			}
		}
		return close ? Agreement.PHONE_CLOSE : Agreement.PHONE_DIFFERENT;
	}

	private static @Nullable Agreement email(Particulars one, Particulars other) {
		Agreement best = null;
		for (String a : one.emails()) {
			for (String b : other.emails()) {
				if (a.equals(b)) {
					return Agreement.EMAIL_SAME;
				}
				boolean slip = Spelling.oneSlip(a, b);
				Agreement level = slip ? Agreement.EMAIL_CLOSE : !ofOneName(a, b, one, other) ? email(a, b) : null;
				best = (best == null || (level != null && level.compareTo(best) < 0)) ? level : best;
			}
		}
		return best;
	}

	private static @Nullable Agreement email(String a, String b) {
		if (mailbox(a).equals(mailbox(b)) && isInitials(mailbox(a))) {
			return (JaroWinkler.similarity(domain(a), domain(b)) >= CLOSE) ? Agreement.EMAIL_CLOSE : null;
		}
		double similarity = JaroWinkler.similarity(a, b);
		if (mailbox(a).equals(mailbox(b)) || similarity >= CLOSE) {
			return Agreement.EMAIL_CLOSE;
		}
		return (similarity >= ALIKE) ? Agreement.EMAIL_ALIKE : Agreement.EMAIL_DIFFERENT;
	}

	/**
	 * Whether two addresses are alike for the name in both of them, which has been
	 * compared already: all John Smiths are john.smith and a number somewhere.
	 */
	private static boolean ofOneName(String a, String b, Particulars one, Particulars other) {
		String leftOfOne = mailbox(a);
		String leftOfOther = mailbox(b);
		boolean named = false;
		for (Particulars who : List.of(one, other)) {
			for (List<String> names : List.of(who.givenNames(), who.familyNames())) {
				for (String name : names) {
					String written = (name.length() >= 3) ? name.toLowerCase(Locale.ROOT) : " ";
					if (leftOfOne.contains(written) && leftOfOther.contains(written)) {
						leftOfOne = leftOfOne.replace(written, "");
						leftOfOther = leftOfOther.replace(written, "");
						named = true;
					}
				}
			}
		}
		return named && !(leftOfOne.equals(leftOfOther) && leftOfOne.chars().filter(Character::isDigit).count() >= 2);
	}

	private static @Nullable Agreement companions(List<String> one, List<String> other) {
		if (one.isEmpty() || other.isEmpty()) {
			return null;
		}
		Agreement best = Agreement.COMPANION_DIFFERENT;
		for (String a : one) {
			for (String b : other) {
				if (a.equals(b) && !a.endsWith("/")) {
					return Agreement.COMPANION_SAME;
				}
				if (best == Agreement.COMPANION_DIFFERENT && closeCompanions(a, b)) {
					best = Agreement.COMPANION_CLOSE;
				}
			}
		}
		return best;
	}

	private static boolean closeCompanions(String one, String other) {
		int a = one.indexOf('/');
		int b = other.indexOf('/');
		String givenOne = one.substring(0, a);
		String givenOther = other.substring(0, b);
		boolean sameGiven = givenOne.equals(givenOther);
		if (a == one.length() - 1 || b == other.length() - 1) {
			return sameGiven;
		}
		return (sameGiven || nearly(givenOne, givenOther)) && nearly(one.substring(a), other.substring(b));
	}

	/** Two people of one pair of initials have such a mailbox, each at a provider. */
	private static boolean isInitials(String mailbox) {
		return mailbox.chars().filter(Character::isLetter).count() <= 3
				&& mailbox.chars().filter(Character::isDigit).count() < 2;
	}

	private static String domain(String email) {
		return email.substring(email.indexOf('@') + 1);
	}

	/** What stands before the at sign. */
	static String mailbox(String email) {
		int at = email.indexOf('@');
		return (at < 0) ? email : email.substring(0, at);
	}

	private enum Likeness {

		CLOSE, ALIKE, NONE

	}

}
