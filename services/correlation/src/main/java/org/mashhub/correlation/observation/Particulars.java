package org.mashhub.correlation.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What one record says of who a person is, in the standard forms that linking compares.
 *
 * @param givenNames given names in order, folded to A to Z
 * @param familyNames family names, folded
 * @param aliases other full names, folded
 * @param birthDate full date of birth, when it is a possible one
 * @param birthYear year of birth, known or from an estimated age
 * @param grown whether the date of birth made this somebody of 25 or more when it
 * happened: twins of that age seldom share a home
 * @param sex sex as recorded
 * @param identifiers numbers
 * @param homeKeys keyed hashes of the home; two homes are one when they share a key
 * @param addressWords keyed hashes of the address's words; people with most words in
 * common may live in one home
 * @param postcode postcode without space
 * @param phones phone numbers in E.164 form
 * @param emails email addresses in lower case
 * @param gpPractice ODS code of the practice
 * @param displayName name to show to people who may see it
 * @param companions others of a family whom the same record names: given name, stroke,
 * family name where it is known
 * @param homesBeside keyed hashes of the home of those whom the record names beside
 * somebody of whom it has no address
 * @param birth what the record says of the birth beside its date
 */
public record Particulars(List<String> givenNames, List<String> familyNames, List<String> aliases,
		@Nullable LocalDate birthDate, @Nullable Integer birthYear, boolean grown, Sex sex,
		List<Identifier> identifiers, List<String> homeKeys, List<String> addressWords, @Nullable String postcode,
		List<String> phones, List<String> emails, @Nullable String gpPractice, String displayName,
		List<String> companions, List<String> homesBeside, Birth birth) {

	/**
	 * Age in completed years from which nobody is a child (Children Act 1989, s. 105).
	 */
	public static final int OF_AGE = 18;

	/**
	 * Age in completed years from which somebody around a child stands in its picture as
	 * an adult does: that from which the law knows those who are violent at home, and not
	 * only children who are hurt there (Domestic Abuse Act 2021, s. 1).
	 */
	public static final int YOUNG_PERSON = 16;

	/** How the key of a mother begins that is her first name and date of birth. */
	public static final String BY_NAME_AND_DATE = "P/";

	/** What systems write in the place of the name of a child that has none yet. */
	private static final Set<String> PLACEHOLDERS = Set.of("BABY", "INFANT", "NEWBORN", "TWIN", "UNKNOWN", "UNBORN",
			"BOY", "GIRL");

	private static final String UNBORN = "UNBORN";

	public Particulars {
		givenNames = Canonical.listOf(givenNames);
		familyNames = Canonical.listOf(familyNames);
		aliases = Canonical.listOf(aliases);
		birthDate = Canonical.ofNullable(birthDate);
		birthYear = Canonical.ofNullable(birthYear);
		identifiers = Canonical.listOf(identifiers);
		homeKeys = Canonical.listOf(homeKeys);
		addressWords = Canonical.listOf(addressWords);
		postcode = Canonical.ofNullable(postcode);
		phones = Canonical.listOf(phones);
		emails = Canonical.listOf(emails);
		gpPractice = Canonical.ofNullable(gpPractice);
		displayName = Canonical.of(displayName);
		companions = Canonical.listOf(companions);
		homesBeside = Canonical.listOf(homesBeside);
		birth = Canonical.of(birth);
	}

	/**
	 * Of what is said of a person what hardly ever changes: the names, the date of birth
	 * and the NHS number; where there is no number, all numbers and the home.
	 * @return as much as that, null where names or date are missing
	 */
	public @Nullable Particulars core() {
		if (this.birthDate == null || this.givenNames.isEmpty() || this.familyNames.isEmpty()) {
			return null;
		}
		List<Identifier> nhs = this.identifiers.stream()
			.filter((identifier) -> identifier.valid() && identifier.scheme().equals(Identifier.NHS_NUMBER))
			.toList();
		boolean numbered = !nhs.isEmpty();
		return new Particulars(this.givenNames, this.familyNames, this.aliases, this.birthDate, this.birthYear,
				this.grown, this.sex, numbered ? nhs : this.identifiers, numbered ? List.of() : this.homeKeys,
				(numbered || !this.homeKeys.isEmpty()) ? List.of() : this.addressWords, numbered ? null : this.postcode,
				List.of(), List.of(), null, "", List.of(), List.of(), this.birth);
	}

	/**
	 * Somebody of whose birth nothing is known but perhaps its date.
	 * @param givenNames see {@link #givenNames()}
	 * @param familyNames see {@link #familyNames()}
	 * @param aliases see {@link #aliases()}
	 * @param birthDate see {@link #birthDate()}
	 * @param birthYear see {@link #birthYear()}
	 * @param grown see {@link #grown()}
	 * @param sex see {@link #sex()}
	 * @param identifiers see {@link #identifiers()}
	 * @param homeKeys see {@link #homeKeys()}
	 * @param addressWords see {@link #addressWords()}
	 * @param postcode see {@link #postcode()}
	 * @param phones see {@link #phones()}
	 * @param emails see {@link #emails()}
	 * @param gpPractice see {@link #gpPractice()}
	 * @param displayName see {@link #displayName()}
	 * @param companions see {@link #companions()}
	 */
	public Particulars(List<String> givenNames, List<String> familyNames, List<String> aliases,
			@Nullable LocalDate birthDate, @Nullable Integer birthYear, boolean grown, Sex sex,
			List<Identifier> identifiers, List<String> homeKeys, List<String> addressWords, @Nullable String postcode,
			List<String> phones, List<String> emails, @Nullable String gpPractice, String displayName,
			List<String> companions) {
		this(givenNames, familyNames, aliases, birthDate, birthYear, grown, sex, identifiers, homeKeys, addressWords,
				postcode, phones, emails, gpPractice, displayName, companions, List.of(), Birth.UNKNOWN);
	}

	/**
	 * Whether what a record says of somebody can hardly be of whom it spoke of before: no
	 * given name of theirs, another date of birth, or another number of one scheme.
	 * @param former what it said before
	 * @return true for somebody else
	 */
	public boolean isOfAnother(Particulars former) {
		boolean otherName = !this.givenNames.isEmpty() && !former.givenNames.isEmpty()
				&& Collections.disjoint(this.givenNames, former.givenNames);
		boolean otherBirth = this.birthDate != null && former.birthDate != null
				&& !this.birthDate.equals(former.birthDate);
		return otherName || otherBirth
				|| this.identifiers.stream()
					.anyMatch((number) -> number.valid() && former.identifiers.stream()
						.anyMatch((known) -> known.valid() && known.scheme().equals(number.scheme())
								&& !former.identifiers.contains(number)));
	}

	/**
	 * The first day on which somebody is no child.
	 * @param born date of birth
	 * @return the eighteenth birthday
	 */
	public static LocalDate comesOfAge(LocalDate born) {
		return birthday(born, OF_AGE);
	}

	/**
	 * The day on which somebody has lived so many years. Whoever was born on 29 February
	 * has on 1 March where the year has no such day.
	 * @param born date of birth
	 * @param years how many
	 * @return the birthday
	 */
	public static LocalDate birthday(LocalDate born, int years) {
		LocalDate day = born.plusYears(years);
		return (day.getDayOfMonth() == born.getDayOfMonth()) ? day : day.plusDays(1);
	}

	static Particulars ofNumber(Identifier number) {
		return new Particulars(List.of(), List.of(), List.of(), null, null, false, Sex.UNKNOWN, List.of(number),
				List.of(), List.of(), null, List.of(), List.of(), null, "", List.of());
	}

	/**
	 * The same person with other numbers.
	 * @param numbers the numbers
	 * @return a copy
	 */
	public Particulars withIdentifiers(List<Identifier> numbers) {
		return new Particulars(this.givenNames, this.familyNames, this.aliases, this.birthDate, this.birthYear,
				this.grown, this.sex, numbers, this.homeKeys, this.addressWords, this.postcode, this.phones,
				this.emails, this.gpPractice, this.displayName, this.companions, this.homesBeside, this.birth);
	}

	/**
	 * The same person, beside whom a record names others.
	 * @param others the others, as {@link #asCompanion()} writes them
	 * @return a copy
	 */
	public Particulars beside(List<String> others) {
		return new Particulars(this.givenNames, this.familyNames, this.aliases, this.birthDate, this.birthYear,
				this.grown, this.sex, this.identifiers, this.homeKeys, this.addressWords, this.postcode, this.phones,
				this.emails, this.gpPractice, this.displayName, others, this.homesBeside, this.birth);
	}

	/**
	 * The same person, of whom the record knows where those live whom it names beside.
	 * @param homes keys of their home
	 * @return a copy
	 */
	public Particulars besideHomes(List<String> homes) {
		return new Particulars(this.givenNames, this.familyNames, this.aliases, this.birthDate, this.birthYear,
				this.grown, this.sex, this.identifiers, this.homeKeys, this.addressWords, this.postcode, this.phones,
				this.emails, this.gpPractice, this.displayName, this.companions, homes, this.birth);
	}

	/**
	 * The same person, of whose birth something is known.
	 * @param known what is known
	 * @return a copy
	 */
	public Particulars with(Birth known) {
		return new Particulars(this.givenNames, this.familyNames, this.aliases, this.birthDate, this.birthYear,
				this.grown, this.sex, this.identifiers, this.homeKeys, this.addressWords, this.postcode, this.phones,
				this.emails, this.gpPractice, this.displayName, this.companions, this.homesBeside, known);
	}

	/**
	 * How this person is known where a record names her as somebody's mother.
	 * @return her NHS numbers, and her first name with her date of birth, which is not 1
	 * January: that is many people's by default
	 */
	public List<String> asMother() {
		List<String> keys = new ArrayList<>();
		validIdentifiers(Identifier.NHS_NUMBER).forEach((number) -> keys.add("N/" + number));
		if (named() && this.birthDate != null && this.birthDate.getDayOfYear() > 1) {
			keys.add(BY_NAME_AND_DATE + this.givenNames.getFirst() + "/" + this.birthDate);
		}
		return keys;
	}

	/**
	 * Whether the record calls the person unborn, and knows no date of birth.
	 * @return true for a child who is not born yet
	 */
	public boolean unborn() {
		return this.birthDate == null && this.birthYear == null
				&& (this.givenNames.contains(UNBORN) || this.familyNames.contains(UNBORN));
	}

	/**
	 * How this person is written among the companions of another.
	 * @return given name, stroke, family name; null for somebody without a given name
	 */
	public @Nullable String asCompanion() {
		return named()
				? this.givenNames.getFirst() + "/" + (this.familyNames.isEmpty() ? "" : this.familyNames.getFirst())
				: null;
	}

	/**
	 * The first valid identifier of a scheme.
	 * @param scheme the scheme
	 * @return its value, null when there is none
	 */
	public @Nullable String validIdentifier(String scheme) {
		for (Identifier identifier : this.identifiers) {
			if (identifier.valid() && identifier.scheme().equals(scheme)) {
				return identifier.value();
			}
		}
		return null;
	}

	/**
	 * All valid identifiers of a scheme; a merged record may hold several.
	 * @param scheme the scheme
	 * @return their values
	 */
	public Set<String> validIdentifiers(String scheme) {
		Set<String> found = new TreeSet<>();
		for (Identifier identifier : this.identifiers) {
			if (identifier.valid() && identifier.scheme().equals(scheme)) {
				found.add(identifier.value());
			}
		}
		return found;
	}

	/**
	 * Whether a given name is recorded: not an initial, and not what stands in the place
	 * of one.
	 * @return false for a baby not named yet
	 */
	public boolean named() {
		return !this.givenNames.isEmpty() && this.givenNames.getFirst().length() > 1
				&& !PLACEHOLDERS.contains(this.givenNames.getFirst());
	}

	/**
	 * Whether these are of nobody that is known, but of whoever was at a place.
	 * @return true where a record says where something happened, and nobody who lives
	 * there
	 */
	public boolean ofPlace() {
		return place() != null;
	}

	/**
	 * The place, where these are of whoever was there.
	 * @return the last key of the home: that of its text, where it has one
	 */
	public @Nullable String place() {
		String place = null;
		for (Identifier identifier : this.identifiers) {
			place = identifier.scheme().equals(Identifier.PLACE) ? identifier.value() : place;
		}
		return place;
	}

	/**
	 * Whether anything here could tell this person from others.
	 * @return false for a mere description
	 */
	public boolean identifiable() {
		boolean name = !this.familyNames.isEmpty() || !this.givenNames.isEmpty() || !this.aliases.isEmpty();
		boolean place = !this.homeKeys.isEmpty() || !this.addressWords.isEmpty();
		boolean contact = !this.phones.isEmpty() || !this.emails.isEmpty();
		return !this.identifiers.isEmpty() || (!this.familyNames.isEmpty() && !this.givenNames.isEmpty())
				|| (this.birthDate != null && (name || contact || place))
				|| (name && (contact || place || !this.companions.isEmpty() || !this.homesBeside.isEmpty()));
	}

}
