package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;

/** Fictional people for tests of the linking, put together field by field. */
final class People {

	private static int next;

	private final List<String> given = new ArrayList<>();

	private final List<String> family = new ArrayList<>();

	private final List<Identifier> identifiers = new ArrayList<>();

	private final List<String> homes = new ArrayList<>();

	private final List<String> words = new ArrayList<>();

	private final List<String> phones = new ArrayList<>();

	private final List<String> emails = new ArrayList<>();

	private final List<String> aliases = new ArrayList<>();

	private final List<String> companions = new ArrayList<>();

	private final List<String> metAt = new ArrayList<>();

	private @Nullable String postcode;

	private @Nullable LocalDate born;

	private @Nullable Integer year;

	private Sex sex = Sex.UNKNOWN;

	private Birth birth = Birth.UNKNOWN;

	private People() {
	}

	static People called(String given, String family) {
		People person = new People();
		if (!given.isEmpty()) {
			person.given.addAll(List.of(given.split(" ", -1)));
		}
		if (!family.isEmpty()) {
			person.family.add(family);
		}
		return person;
	}

	People orFamily(String half) {
		this.family.add(half);
		return this;
	}

	People born(String date) {
		this.born = LocalDate.parse(date);
		this.year = this.born.getYear();
		return this;
	}

	People bornAbout(int about) {
		this.year = about;
		return this;
	}

	People at(String home) {
		this.homes.add(home);
		return this;
	}

	People at(String home, String code) {
		this.postcode = code;
		return at(home);
	}

	People words(String... ofAddress) {
		this.words.addAll(List.of(ofAddress));
		return this;
	}

	People of(Sex known) {
		this.sex = known;
		return this;
	}

	People numbered(String scheme, String value) {
		this.identifiers.add(new Identifier(scheme, value, true));
		return this;
	}

	People misnumbered(String scheme, String value) {
		this.identifiers.add(new Identifier(scheme, value, false));
		return this;
	}

	People phone(String phone) {
		this.phones.add(phone);
		return this;
	}

	People email(String email) {
		this.emails.add(email);
		return this;
	}

	People alias(String alias) {
		this.aliases.add(alias);
		return this;
	}

	People beside(String... others) {
		this.companions.addAll(List.of(others));
		return this;
	}

	/** Met where others live. */
	People metAt(String home) {
		this.metAt.add(home);
		return this;
	}

	People postcode(String code) {
		this.postcode = code;
		return this;
	}

	/** Of a mother who has these keys; unborn on a day, or born already. */
	People unborn(@Nullable String on, String... mothers) {
		return with(new Birth((on != null) ? LocalDate.parse(on) : null, List.of(mothers), null, null, List.of()));
	}

	People with(Birth known) {
		this.birth = known;
		return this;
	}

	Particulars particulars() {
		return mention().particulars();
	}

	Mention mention() {
		boolean grown = this.year != null && this.year < 2000;
		return new Mention(new MentionId(new UUID(7, next++)), "p", Role.SUBJECT,
				new Particulars(this.given, this.family, this.aliases, this.born, this.year, grown, this.sex,
						this.identifiers, this.homes, this.words, this.postcode, this.phones, this.emails, null,
						String.join(" ", this.given) + " " + String.join(" ", this.family), this.companions, this.metAt,
						this.birth),
				false, false, null);
	}

}
