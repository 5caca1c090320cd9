package org.mashhub.correlation.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.ContactKind;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.hub.v1.StandardIdentifier;
import org.mashhub.hub.v1.StandardisedPerson;

/**
 * Brings what agencies recorded of people into the forms that linking compares. What
 * cannot be brought there is left out, never guessed.
 */
public final class Standardiser {

	/** Version of the tables and the code, stamped on every observation. */
	public static final String VERSION = "standard-6";

	/** What systems write where they know no date; nobody living was born by then. */
	public static final LocalDate DEFAULT_BIRTH = LocalDate.of(1900, 1, 1);

	private static final Map<String, String> SOMALI = somaliSpellings();

	private static final String HOSPITAL = "hospital";

	private static final Set<String> TITLES = Set.of("MR", "MRS", "MS", "MISS", "DR", "MASTER", "MX", "PROF", "REV",
			"SIR", "DAME", "HERR", "FRAU", "MME", "MLLE", "MONSIEUR", "MADAME", "SRA", "DRA");

	/** What tells a son from his father, and in many records is left out. */
	private static final Set<String> SUFFIXES = Set.of("JR", "JNR", "SR", "SNR", "II", "III", "IV");

	/** What stands behind a name and its comma; not MD, which is a given name. */
	private static final Set<String> HONOURS = Set.of("PHD", "MBE", "OBE", "CBE", "BSC", "MSC", "RGN", "ESQ");

	/** What parts a family name from the one at birth. */
	private static final Set<String> BORN = Set.of("NEE", "GEB", "GEBORENE", "FORMERLY", "EPOUSE", "ALIAS", "AKA");

	/** Parts of many family names that are none by themselves. */
	private static final Set<String> PARTICLES = Set.of("VON", "VAN", "DER", "DEN", "DEM", "DEL", "DELLA", "DOS", "DAS",
			"LAS", "LOS", "BIN", "BINT", "IBN", "ABU", "ZUR", "ZUM", "TEN", "TER", "SAN", "SANTA", "MAC");

	/** Family names of these are one syllable, and stand first. */
	private static final Pattern EAST_ASIAN = Pattern.compile("[\\p{IsHan}\\p{IsHangul}]{2,4}");

	private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern MARKS = Pattern.compile("\\p{M}");

	private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u2018`\u02bb\u02bc]");

	private static final Set<String> PLACEHOLDERS = Set.of("0000000000", "1111111111", "2222222222", "3333333333",
			"4444444444", "5555555555", "6666666666", "7777777777", "8888888888", "9999999999");

	private static final String PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

	private static final Pattern PNC = Pattern.compile("([0-9]{2}|[0-9]{4})/?([0-9]{1,7})([A-Z])");

	/** Latin letters that are no letter with a mark. */
	private static final Map<Integer, String> LATIN = Map.ofEntries(Map.entry((int) '\u00df', "ss"),
			Map.entry((int) '\u00f8', "o"), Map.entry((int) '\u00d8', "O"), Map.entry((int) '\u0142', "l"),
			Map.entry((int) '\u0141', "L"), Map.entry((int) '\u00e6', "ae"), Map.entry((int) '\u00c6', "AE"),
			Map.entry((int) '\u0153', "oe"), Map.entry((int) '\u0152', "OE"), Map.entry((int) '\u0111', "d"),
			Map.entry((int) '\u0110', "D"), Map.entry((int) '\u00f0', "d"), Map.entry((int) '\u00d0', "D"),
			Map.entry((int) '\u00fe', "th"), Map.entry((int) '\u00de', "Th"), Map.entry((int) '\u0131', "i"),
			Map.entry((int) '\u0127', "h"), Map.entry((int) '\u0126', "H"), Map.entry((int) '\u0259', "e"),
			Map.entry((int) '\u018f', "E"));

	private final HomeKeys homeKeys;

	private final LocalDate noBirth;

	/**
	 * Creates a standardiser for records of the living.
	 * @param homeKeys keys of homes
	 */
	public Standardiser(HomeKeys homeKeys) {
		this(homeKeys, DEFAULT_BIRTH);
	}

	/**
	 * Creates a standardiser for records of another time.
	 * @param homeKeys keys of homes
	 * @param noBirth a date by which nobody was born of whom is written: it and what
	 * comes before say nothing
	 */
	public Standardiser(HomeKeys homeKeys, LocalDate noBirth) {
		this.homeKeys = homeKeys;
		this.noBirth = noBirth;
	}

	/**
	 * One person in standard forms.
	 * @param person as recorded
	 * @param header header of the event, for the scope of local numbers and the date of
	 * estimated ages
	 * @return the standard forms
	 */
	public StandardisedPerson standardise(PersonMention person, EventHeader header) {
		List<String> given = new ArrayList<>();
		List<String> family = new ArrayList<>();
		List<String> aliases = new ArrayList<>();
		for (PersonName name : person.getNames()) {
			if (name.getUse() == NameUse.USUAL || name.getUse() == NameUse.OFFICIAL) {
				name.getGiven().forEach((part) -> addAll(given, words(part)));
				name.getFamily().ifPresent((part) -> addAll(family, familyNames(part)));
				if (name.getGiven().isEmpty() && name.getFamily().isEmpty()) {
					name.getText().ifPresent((text) -> split(text, given, family));
				}
			}
			else {
				String alias = String.join(" ", words(String.join(" ", name.getGiven()) + " "
						+ name.getFamily().orElse("") + " " + name.getText().orElse("")));
				if (!alias.isEmpty()) {
					aliases.add(alias);
				}
			}
		}
		LocalDate birthDate = birthDate(person);
		return StandardisedPerson.newBuilder()
			.setGivenNames(given)
			.setFamilyNames(family)
			.setAliases(aliases)
			.setBirthDate(birthDate)
			.setBirthYear(birthYear(person, birthDate, header.getOccurredAt()))
			.setIdentifiers(person.getIdentifiers().stream().map((id) -> identifier(id, header)).toList())
			.setHomeKeys(person.getAddress().map(this.homeKeys::of).orElse(List.of()))
			.setAddressWords(person.getAddress().map(this.homeKeys::words).orElse(List.of()))
			.setPostcode(person.getAddress()
				.flatMap((address) -> address.getPostcode())
				.map(Standardiser::postcode)
				.filter((code) -> !code.isEmpty() && !person.getAddressProtected())
				.orElse(null))
			.setPhones(contacts(person, ContactKind.PHONE))
			.setEmails(contacts(person, ContactKind.EMAIL))
			.build();
	}

	/**
	 * Letters and digits in capitals, words parted by one space; accents and apostrophes
	 * are dropped, and Latin letters brought to A to Z.
	 * @param text any text
	 * @return folded text
	 */
	static String fold(String text) {
		if (isPlain(text)) {
			return NOT_LETTERS.matcher(text.replace("'", "").replace("`", "").toUpperCase(Locale.ROOT))
				.replaceAll(" ")
				.strip();
		}
		String decomposed = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		StringBuilder plain = new StringBuilder(decomposed.length());
		decomposed.codePoints().forEach((letter) -> {
			String latin = LATIN.get(letter);
			plain.append((latin != null) ? latin : Character.toString(letter));
		});
		String upper = Normalizer.normalize(plain, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
		return NOT_LETTERS.matcher(APOSTROPHES.matcher(upper).replaceAll("")).replaceAll(" ").strip();
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > '~') {
				return false;
			}
		}
		return true;
	}

	static String postcode(String recorded) {
		String code = recorded.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
		return code.matches("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}") ? code : "";
	}

	private static List<String> words(String text) {
		return Arrays.stream(fold(text).split(" ", -1))
			.filter((word) -> !word.isEmpty() && !TITLES.contains(word))
			.map((word) -> SOMALI.getOrDefault(word, word))
			.toList();
	}

	/** What is one name in two spellings that share no letter to find it by. */
	private static Map<String, String> somaliSpellings() {
		try (InputStream in = Standardiser.class.getResourceAsStream("somali-spellings.csv")) {
			if (in == null) {
				throw new IllegalStateException("somali-spellings.csv is missing from the build");
			}
			return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(",", -1))
				.collect(Collectors.toUnmodifiableMap((cells) -> cells[0], (cells) -> cells[1]));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A double-barrelled name is found by the whole and by either half, but not by what
	 * halves of many names are.
	 */
	private static List<String> familyNames(String recorded) {
		List<String> all = withoutSuffixes(words(recorded));
		boolean ofBirth = all.size() > 2 && all.stream().anyMatch(BORN::contains);
		List<String> parts = all.stream()
			.filter((part) -> !ofBirth || !BORN.contains(part))
			.filter((part) -> part.length() > 1 || all.size() == 1)
			.toList();
		if (parts.size() <= 1) {
			return parts.isEmpty() ? all : parts;
		}
		List<String> names = new ArrayList<>();
		if (!ofBirth) {
			names.add(String.join("", parts));
		}
		parts.stream().filter((part) -> part.length() > 2 && !PARTICLES.contains(part)).forEach(names::add);
		return names.isEmpty() ? parts : names;
	}

	private static List<String> withoutSuffixes(List<String> parts) {
		List<String> left = parts.stream().filter((part) -> !SUFFIXES.contains(part)).toList();
		return left.isEmpty() ? parts : left;
	}

	/**
	 * A name in one text: the family name is what stands before a comma, or what alone is
	 * in capitals, else the last word.
	 */
	private static void split(String text, List<String> given, List<String> family) {
		int comma = text.indexOf(',');
		List<String> behind = (comma > 0) ? words(text.substring(comma + 1)) : List.of();
		if (!behind.isEmpty() && HONOURS.containsAll(behind)) {
			split(text.substring(0, comma), given, family);
			return;
		}
		if (!withoutSuffixes(behind).stream().allMatch(SUFFIXES::contains)) {
			addAll(family, familyNames(text.substring(0, comma)));
			addAll(given, withoutSuffixes(behind));
			return;
		}
		List<String> parts = withoutSuffixes(words(text));
		if (parts.size() == 1 && EAST_ASIAN.matcher(parts.getFirst()).matches()) {
			int first = parts.getFirst().offsetByCodePoints(0, 1);
			addAll(family, List.of(parts.getFirst().substring(0, first)));
			addAll(given, List.of(parts.getFirst().substring(first)));
			return;
		}
		if (parts.size() > 1 && inCapitals(text, given, family)) {
			return;
		}
		if (parts.size() == 1) {
			addAll(isByTitle(text) ? family : given, parts);
		}
		else if (parts.size() > 1) {
			addAll(given, parts.subList(0, parts.size() - 1));
			addAll(family, parts.subList(parts.size() - 1, parts.size()));
		}
	}

	/** A title goes with a family name, where there is one name only. */
	private static boolean isByTitle(String text) {
		return Arrays.stream(fold(text).split(" ", -1)).anyMatch(TITLES::contains);
	}

	/** In much of the world a family name is told by its capitals, wherever it stands. */
	private static boolean inCapitals(String text, List<String> given, List<String> family) {
		List<String> capitals = new ArrayList<>();
		List<String> others = new ArrayList<>();
		List<String> born = new ArrayList<>();
		for (String word : text.strip().split("\\s+", -1)) {
			// JP and J.P. are initials.
			boolean capital = word.indexOf('.') < 0 && word.codePoints().filter(Character::isLetter).count() > 2
					&& word.codePoints().noneMatch(Character::isLowerCase)
					&& word.codePoints().anyMatch(Character::isUpperCase) && !SUFFIXES.contains(fold(word));
			if (BORN.contains(fold(word))) {
				born.add(word);
			}
			else {
				(capital ? capitals : others).add(word);
			}
		}
		List<String> named = withoutSuffixes(words(String.join(" ", others)));
		capitals.addAll(born);
		List<String> families = familyNames(String.join(" ", capitals));
		if (families.isEmpty() || BORN.containsAll(families) || named.stream().allMatch((word) -> word.length() == 1)) {
			return false;
		}
		addAll(family, families);
		addAll(given, named);
		return true;
	}

	private static void addAll(List<String> to, List<String> parts) {
		parts.stream().filter((part) -> !to.contains(part)).forEach(to::add);
	}

	private @Nullable LocalDate birthDate(PersonMention person) {
		return person.getBirth().flatMap(BirthDate::getDate).filter((date) -> date.isAfter(this.noBirth)).orElse(null);
	}

	private static @Nullable Integer birthYear(PersonMention person, @Nullable LocalDate birthDate,
			Instant occurredAt) {
		if (birthDate != null) {
			return birthDate.getYear();
		}
		Optional<BirthDate> birth = person.getBirth();
		int year = Year.from(occurredAt.atZone(ZoneOffset.UTC)).getValue();
		return birth.flatMap(BirthDate::getYear)
			.or(() -> birth.flatMap(BirthDate::getEstimatedAge).map((age) -> year - age))
			.orElse(null);
	}

	private static StandardIdentifier identifier(Identifier recorded, EventHeader header) {
		String value = recorded.getValue().toUpperCase(Locale.ROOT).replaceAll("\\s", "");
		return switch (recorded.getScheme()) {
			case "NHS_NUMBER" -> nhsNumber(value.replaceAll("[^0-9]", ""));
			case "PNC_ID" -> pncId(value);
			case "LOCAL", "TENANCY_PERSON" ->
				new StandardIdentifier(recorded.getScheme(), scope(header) + "/" + value, !value.isEmpty());
			case "LA_CHILD_ID" -> new StandardIdentifier(recorded.getScheme(),
					header.getOrganisationCode() + "/" + value, !value.isEmpty());
			default -> new StandardIdentifier(recorded.getScheme(), value, !value.isEmpty());
		};
	}

	/**
	 * A hospital's number of a patient is the trust's, whichever of its systems writes
	 * it; elsewhere each system counts for itself.
	 */
	private static String scope(EventHeader header) {
		return header.getAgency().equals(HOSPITAL) ? header.getOrganisationCode()
				: header.getOrganisationCode() + "/" + header.getSourceSystem();
	}

	/** Modulus 11 with weights 10 to 2 (NHS Data Dictionary). */
	private static StandardIdentifier nhsNumber(String digits) {
		boolean valid = false;
		if (digits.length() == 10 && !PLACEHOLDERS.contains(digits)) {
			int sum = 0;
			for (int i = 0; i < 9; i++) {
				sum += (digits.charAt(i) - '0') * (10 - i);
			}
			int check = (11 - sum % 11) % 11;
			valid = check != 10 && check == digits.charAt(9) - '0';
		}
		return new StandardIdentifier("NHS_NUMBER", digits, valid);
	}

	/** Year, serial and check letter, brought to the long form. */
	private static StandardIdentifier pncId(String recorded) {
		Matcher parts = PNC.matcher(recorded);
		if (!parts.matches()) {
			return new StandardIdentifier("PNC_ID", recorded, false);
		}
		String year = parts.group(1);
		String serial = "0".repeat(7 - parts.group(2).length()) + parts.group(2);
		String shortYear = year.substring(year.length() - 2);
		String longYear = (year.length() == 4) ? year : ((Integer.parseInt(year) > 50) ? "19" : "20") + year;
		char expected = PNC_LETTERS.charAt((int) (Long.parseLong(shortYear + serial) % PNC_LETTERS.length()));
		return new StandardIdentifier("PNC_ID", longYear + "/" + serial + parts.group(3),
				expected == parts.group(3).charAt(0));
	}

	private static List<String> contacts(PersonMention person, ContactKind kind) {
		return person.getContacts()
			.stream()
			.filter((contact) -> contact.getKind() == kind)
			.map((contact) -> (kind == ContactKind.PHONE) ? phone(contact.getValue())
					: contact.getValue().strip().toLowerCase(Locale.ROOT))
			.filter(Objects::nonNull)
			.filter((value) -> !value.isEmpty())
			.toList();
	}

	/** United Kingdom numbers in E.164 form; too short ones say nothing. */
	private static String phone(String recorded) {
		String digits = recorded.replaceAll("[^0-9+]", "");
		String international = digits.startsWith("+") ? digits : digits.startsWith("00") ? "+" + digits.substring(2)
				: digits.startsWith("0") ? "+44" + digits.substring(1) : digits;
		return (international.length() >= 10) ? international : "";
	}

}
