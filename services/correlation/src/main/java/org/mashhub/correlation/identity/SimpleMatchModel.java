package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Sex;

/**
 * A model with weights set by hand: identifiers decide; else name, date of birth and home
 * must agree together. Children and twins come first: another given name outweighs all
 * that twins share, and without a date of birth or an identifier a name at an address is
 * never more than a question, since fathers and sons share both.
 */
public final class SimpleMatchModel implements MatchModel {

	private static final Set<String> NO_NAME = Set.of("BABY", "INFANT", "TWIN", "UNKNOWN", "UNBORN", "BOY", "GIRL");

	private static final double CLOSE = 0.92;

	private static final double AGAINST_EVERYTHING = -60;

	private final Nicknames nicknames = Nicknames.load();

	private final double sameAt;

	private final double reviewAt;

	/**
	 * Creates the model.
	 * @param sameAt threshold for the same person, in bits
	 * @param reviewAt threshold for an officer's look, in bits
	 * @throws IllegalArgumentException when an officer's look would want more than a
	 * match
	 */
	public SimpleMatchModel(double sameAt, double reviewAt) {
		if (reviewAt > sameAt) {
			throw new IllegalArgumentException("the review threshold lies above the threshold for the same person");
		}
		this.sameAt = sameAt;
		this.reviewAt = reviewAt;
	}

	@Override
	public String version() {
		return "simple-1";
	}

	@Override
	public double sameAt() {
		return this.sameAt;
	}

	@Override
	public double reviewAt() {
		return this.reviewAt;
	}

	@Override
	public Collection<String> blockingKeys(Mention mention) {
		Particulars who = mention.particulars();
		if (mention.unidentified() != null || !who.identifiable()) {
			return List.of();
		}
		Set<String> keys = new LinkedHashSet<>();
		for (Identifier identifier : who.identifiers()) {
			if (identifier.valid()) {
				keys.add("I/" + identifier.scheme() + "/" + identifier.value());
			}
		}
		String family = first(who.familyNames());
		String given = givenName(who);
		LocalDate born = who.birthDate();
		if (born != null) {
			if (family != null) {
				keys.add("BF/" + born + "/" + family.charAt(0));
			}
			if (given != null) {
				keys.add("BG/" + born + "/" + given.charAt(0));
			}
			if (family != null && given != null) {
				keys.add("YN/" + born.getYear() + "/" + family + "/" + given.charAt(0));
				keys.add("DN/" + Math.min(born.getDayOfMonth(), born.getMonthValue()) + "/"
						+ Math.max(born.getDayOfMonth(), born.getMonthValue()) + "/" + given + "/" + family.charAt(0));
			}
		}
		for (String home : who.homeKeys()) {
			if (given != null) {
				keys.add("HG/" + home + "/" + given.charAt(0));
			}
			if (born != null) {
				keys.add("HB/" + home + "/" + born.getYear());
			}
		}
		for (String phone : who.phones()) {
			keys.add("T/" + phone);
		}
		for (String email : who.emails()) {
			keys.add("E/" + email);
		}
		return keys;
	}

	@Override
	public double bits(Mention one, Mention other) {
		return weigh(one, other, null);
	}

	@Override
	public boolean provenDifferent(Mention one, Mention other) {
		Particulars a = one.particulars();
		Particulars b = other.particulars();
		Set<String> ours = a.validIdentifiers(Identifier.NHS_NUMBER);
		Set<String> theirs = b.validIdentifiers(Identifier.NHS_NUMBER);
		if (!ours.isEmpty() && !theirs.isEmpty()) {
			return ours.stream().noneMatch(theirs::contains);
		}
		LocalDate born = a.birthDate();
		return born != null && born.equals(b.birthDate())
				&& a.familyNames().stream().anyMatch(b.familyNames()::contains) && givenNameBits(a, b, null) <= -8;
	}

	@Override
	public Score explain(Mention one, Mention other) {
		List<Comparison> comparisons = new ArrayList<>();
		double bits = weigh(one, other, comparisons);
		comparisons.sort((a, b) -> Double.compare(Math.abs(b.bits()), Math.abs(a.bits())));
		return new Score(bits, comparisons, bits <= AGAINST_EVERYTHING / 2);
	}

	private double weigh(Mention oneMention, Mention otherMention, @Nullable List<Comparison> out) {
		Particulars one = oneMention.particulars();
		Particulars other = otherMention.particulars();
		double bits = 0;
		boolean anchored = false;
		for (String scheme : schemes(one, other)) {
			double weight = identifierBits(scheme, one, other);
			if (weight != 0) {
				bits += note(out, scheme, (weight > 0) ? "the same number" : "different numbers", weight);
				anchored |= weight > 0;
			}
		}
		double born = birthBits(one, other, out);
		bits += born;
		// Twins share all but the given name: a baby not named yet could be either.
		anchored |= born > 2 && givenName(one) != null && givenName(other) != null;
		bits += familyNameBits(one, other, out);
		bits += givenNameBits(one, other, out);
		bits += sexBits(one, other, out);
		bits += placeBits(one, other, out);
		if (!anchored && bits >= this.sameAt) {
			bits = this.sameAt - 1 + note(out, "caution", "no date of birth and no number to tell relatives apart", 0);
		}
		return bits;
	}

	private static Set<String> schemes(Particulars one, Particulars other) {
		if (one.identifiers().isEmpty() || other.identifiers().isEmpty()) {
			return Set.of();
		}
		Set<String> schemes = new TreeSet<>();
		one.identifiers().forEach((identifier) -> schemes.add(identifier.scheme()));
		return schemes;
	}

	/** One number in common is enough: the others may be superseded. */
	private static double identifierBits(String scheme, Particulars one, Particulars other) {
		Set<String> ours = one.validIdentifiers(scheme);
		Set<String> theirs = other.validIdentifiers(scheme);
		if (ours.isEmpty() || theirs.isEmpty()) {
			return 0;
		}
		if (ours.stream().anyMatch(theirs::contains)) {
			return 22;
		}
		return switch (scheme) {
			case Identifier.NHS_NUMBER -> AGAINST_EVERYTHING;
			case Identifier.PNC_ID -> -12;
			default -> 0;
		};
	}

	private static double birthBits(Particulars one, Particulars other, @Nullable List<Comparison> out) {
		LocalDate a = one.birthDate();
		LocalDate b = other.birthDate();
		if (a != null && b != null) {
			if (a.equals(b)) {
				return (a.getDayOfYear() == 1) ? note(out, "date of birth", "the same 1 January, often a default", 2)
						: note(out, "date of birth", "the same", 11);
			}
			if (a.getYear() == b.getYear() && a.getDayOfMonth() == b.getMonthValue()
					&& a.getMonthValue() == b.getDayOfMonth()) {
				return note(out, "date of birth", "day and month swapped", 7);
			}
			if (differentDigits(a, b) == 1) {
				return note(out, "date of birth", "one digit differs", 5);
			}
			return note(out, "date of birth", "different", (Math.abs(a.until(b, ChronoUnit.YEARS)) > 10) ? -14 : -9);
		}
		Integer yearA = one.birthYear();
		Integer yearB = other.birthYear();
		if (yearA != null && yearB != null) {
			int apart = Math.abs(yearA - yearB);
			if (apart <= 2) {
				return note(out, "year of birth", "about the same", 1.5);
			}
			return (apart <= 6) ? note(out, "year of birth", "some years apart", -2)
					: note(out, "year of birth", "many years apart", -10);
		}
		return 0;
	}

	private static int differentDigits(LocalDate a, LocalDate b) {
		String one = a.toString();
		String other = b.toString();
		int different = 0;
		for (int i = 0; i < one.length(); i++) {
			if (one.charAt(i) != other.charAt(i)) {
				different++;
			}
		}
		return different;
	}

	private static double familyNameBits(Particulars one, Particulars other, @Nullable List<Comparison> out) {
		if (one.familyNames().isEmpty() || other.familyNames().isEmpty()) {
			return 0;
		}
		double best = 0;
		for (String a : one.familyNames()) {
			for (String b : other.familyNames()) {
				best = Math.max(best, JaroWinkler.similarity(a, b));
			}
		}
		if (best == 1) {
			return note(out, "family name", "the same", 8);
		}
		if (best >= CLOSE) {
			return note(out, "family name", "nearly the same", 5);
		}
		for (String alias : one.aliases()) {
			if (other.familyNames().stream().anyMatch((name) -> alias.endsWith(" " + name))) {
				return note(out, "family name", "the same as an alias", 6);
			}
		}
		for (String alias : other.aliases()) {
			if (one.familyNames().stream().anyMatch((name) -> alias.endsWith(" " + name))) {
				return note(out, "family name", "the same as an alias", 6);
			}
		}
		return note(out, "family name", "different", -3);
	}

	private double givenNameBits(Particulars one, Particulars other, @Nullable List<Comparison> out) {
		String a = givenName(one);
		String b = givenName(other);
		if (a == null || b == null) {
			return 0;
		}
		if (a.equals(b)) {
			return note(out, "given name", "the same", 6);
		}
		if (this.nicknames.related(a, b)) {
			return note(out, "given name", "used for one another", 4.5);
		}
		if (one.givenNames().contains(b) || other.givenNames().contains(a)) {
			return note(out, "given name", "the same as a middle name", 4);
		}
		if (a.length() == 1 || b.length() == 1) {
			return (a.charAt(0) == b.charAt(0)) ? note(out, "given name", "the same initial", 2)
					: note(out, "given name", "different initials", -8);
		}
		double similarity = JaroWinkler.similarity(a, b);
		if (similarity >= CLOSE) {
			return note(out, "given name", "nearly the same", 4);
		}
		if (similarity >= 0.85) {
			return note(out, "given name", "similar", 1);
		}
		if (other.familyNames().contains(a) && one.familyNames().contains(b)) {
			return note(out, "given name", "given and family name swapped", 14);
		}
		return note(out, "given name", "different", -15);
	}

	private static double sexBits(Particulars one, Particulars other, @Nullable List<Comparison> out) {
		if (!known(one.sex()) || !known(other.sex())) {
			return 0;
		}
		return (one.sex() == other.sex()) ? note(out, "sex", "the same", 1) : note(out, "sex", "different", -6);
	}

	private static boolean known(Sex sex) {
		return sex == Sex.FEMALE || sex == Sex.MALE;
	}

	/** Home, phone and email are shared within a family, so they count once. */
	private static double placeBits(Particulars one, Particulars other, @Nullable List<Comparison> out) {
		if (one.emails().stream().anyMatch(other.emails()::contains)) {
			return note(out, "email", "the same", 8);
		}
		if (one.phones().stream().anyMatch(other.phones()::contains)) {
			return note(out, "phone", "the same", 7);
		}
		if (one.homeKeys().stream().anyMatch(other.homeKeys()::contains)) {
			return note(out, "home", "the same", 6);
		}
		String a = one.postcode();
		String b = other.postcode();
		if (a != null && b != null) {
			return a.equals(b) ? note(out, "postcode", "the same", 4) : note(out, "postcode", "different", -0.5);
		}
		return 0;
	}

	private static double note(@Nullable List<Comparison> out, String field, String level, double bits) {
		if (out != null) {
			out.add(new Comparison(field, level, bits));
		}
		return bits;
	}

	private static @Nullable String givenName(Particulars who) {
		String given = first(who.givenNames());
		return (given != null && NO_NAME.contains(given)) ? null : given;
	}

	private static @Nullable String first(List<String> names) {
		return names.isEmpty() ? null : names.getFirst();
	}

}
