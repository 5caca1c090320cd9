package org.mashhub.correlation.intake;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
	public static final String VERSION = "standard-2";

	/** What systems write where they know no date; nobody living was born by then. */
	private static final LocalDate DEFAULT_BIRTH = LocalDate.of(1900, 1, 1);

	private static final Set<String> TITLES = Set.of("MR", "MRS", "MS", "MISS", "DR", "MASTER");

	private static final Set<String> PLACEHOLDERS = Set.of("0000000000", "1111111111", "2222222222", "3333333333",
			"4444444444", "5555555555", "6666666666", "7777777777", "8888888888", "9999999999");

	private static final String PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

	private static final Pattern PNC = Pattern.compile("([0-9]{2}|[0-9]{4})/?([0-9]{1,7})([A-Z])");

	private final HomeKeys homeKeys;

	/**
	 * Creates a standardiser.
	 * @param homeKeys keys of homes
	 */
	public Standardiser(HomeKeys homeKeys) {
		this.homeKeys = homeKeys;
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
	 * Letters A to Z and digits in capitals, words parted by one space; accents and
	 * apostrophes are dropped.
	 * @param text any text
	 * @return folded text
	 */
	static String fold(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.replace("\u00df", "ss")
			.replace("\u00f8", "o")
			.replace("\u00d8", "O")
			.replace("\u0142", "l")
			.replace("\u0141", "L")
			.replace("\u00e6", "ae")
			.replace("\u00c6", "AE")
			.replaceAll("['\u2019\u2018`]", "");
		return plain.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", " ").strip();
	}

	static String postcode(String recorded) {
		String code = recorded.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
		return code.matches("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}") ? code : "";
	}

	private static List<String> words(String text) {
		return Arrays.stream(fold(text).split(" ", -1))
			.filter((word) -> !word.isEmpty() && !TITLES.contains(word))
			.toList();
	}

	/** A double-barrelled name is found by the whole and by either half. */
	private static List<String> familyNames(String recorded) {
		List<String> parts = words(recorded);
		if (parts.size() <= 1) {
			return parts;
		}
		List<String> names = new ArrayList<>();
		names.add(String.join("", parts));
		parts.stream().filter((part) -> part.length() > 2).forEach(names::add);
		return names;
	}

	private static void split(String text, List<String> given, List<String> family) {
		List<String> parts = words(text);
		if (parts.size() == 1) {
			addAll(given, parts);
		}
		else if (parts.size() > 1) {
			addAll(given, parts.subList(0, parts.size() - 1));
			addAll(family, parts.subList(parts.size() - 1, parts.size()));
		}
	}

	private static void addAll(List<String> to, List<String> parts) {
		parts.stream().filter((part) -> !to.contains(part)).forEach(to::add);
	}

	private static @Nullable LocalDate birthDate(PersonMention person) {
		return person.getBirth().flatMap(BirthDate::getDate).filter((date) -> date.isAfter(DEFAULT_BIRTH)).orElse(null);
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
			case "LOCAL", "TENANCY_PERSON" -> new StandardIdentifier(recorded.getScheme(),
					header.getOrganisationCode() + "/" + header.getSourceSystem() + "/" + value, !value.isEmpty());
			case "LA_CHILD_ID" -> new StandardIdentifier(recorded.getScheme(),
					header.getOrganisationCode() + "/" + value, !value.isEmpty());
			default -> new StandardIdentifier(recorded.getScheme(), value, !value.isEmpty());
		};
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
