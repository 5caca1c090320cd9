package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Homes;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Particulars;

/**
 * Keys under which mentions of one person find each other. Each survives other errors: a
 * wrong name keeps the date of birth, a wrong date keeps name or home. A key of names
 * alone is given to rare names only, by the model's table and not by what has arrived, so
 * that who is compared with whom does not depend on the order of arrival.
 */
final class Blocking {

	/** A key of names alone is left out if it would bring more mentions than this. */
	private static final double MOST_BY_NAME = 40;

	/** One that finds only who was written wrongly twice is worth so many at most. */
	private static final double FEW = 5;

	/** Days on which those who are written of were born. */
	private static final double BIRTHDAYS = 70 * 365;

	/** As many as if all letters began as many names. */
	private static final double INITIALS = 15;

	private final DoubleMetaphone metaphone = new DoubleMetaphone();

	/** How common the names of one sound are together: it is they who share a block. */
	private final Map<String, Double> givenSounds;

	private final Map<String, Double> familySounds;

	private final Nicknames nicknames = Nicknames.load();

	/** How common the names that are used for one another are together, by group. */
	private final Map<Integer, Double> nicknameGroups;

	private final double otherName;

	private final double mentions;

	/**
	 * Creates the keys of a model.
	 * @param weights how common names are
	 * @param mentions how many mentions are expected, for the size of blocks
	 */
	Blocking(Weights weights, double mentions) {
		this.givenSounds = bySound(weights.givenNames());
		this.familySounds = bySound(weights.familyNames());
		this.nicknameGroups = byGroup(weights.givenNames());
		this.otherName = weights.otherName();
		this.mentions = mentions;
	}

	private Map<String, Double> bySound(Map<String, Double> names) {
		Map<String, Double> sounds = new HashMap<>();
		// In one order, for sums of the same bits in every process.
		new TreeMap<>(names).forEach((name, frequency) -> {
			String sound = sound(name);
			if (sound != null) {
				sounds.merge(sound, frequency, Double::sum);
			}
		});
		return sounds;
	}

	private Map<Integer, Double> byGroup(Map<String, Double> names) {
		Map<Integer, Double> groups = new HashMap<>();
		new TreeMap<>(names).forEach((name, frequency) -> this.nicknames.groups(name)
			.forEach((group) -> groups.merge(group, frequency, Double::sum)));
		return groups;
	}

	private double ofGiven(String sound) {
		return this.givenSounds.getOrDefault(sound, this.otherName);
	}

	private double ofFamily(String sound) {
		return this.familySounds.getOrDefault(sound, this.otherName);
	}

	/**
	 * A key as 64 bits (FNV-1a, Fowler, Noll and Vo), as it is held in memory: there are
	 * a dozen for every mention.
	 * @param key the key
	 * @return its hash
	 */
	static long hash(String key) {
		long hash = 0xcbf29ce484222325L;
		for (int i = 0; i < key.length(); i++) {
			hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
		}
		return hash;
	}

	Collection<String> keys(Mention mention) {
		Particulars who = mention.particulars();
		if (mention.unidentified() != null || !who.identifiable() || who.ofPlace()) {
			return List.of();
		}
		Set<String> keys = new LinkedHashSet<>();
		for (Identifier identifier : who.identifiers()) {
			if (identifier.valid()) {
				keys.add("I/" + identifier.scheme() + "/" + identifier.value());
			}
		}
		String givenSound = sound(Comparer.givenName(who));
		LocalDate born = who.birthDate();
		for (String family : who.familyNames()) {
			names(keys, givenSound, family, born);
		}
		otherNames(keys, who);
		if (born != null && givenSound != null) {
			keys.add("BN/" + born + "/" + givenSound.charAt(0));
			oneName(keys, givenSound, ofGiven(givenSound), born);
		}
		if (born != null && this.mentions / BIRTHDAYS <= FEW) {
			keys.add("B/" + born);
		}
		for (String companion : who.companions()) {
			besides(keys, givenSound, companion);
		}
		expected(keys, who);
		for (String home : who.homeKeys()) {
			if (Homes.isRoom(home)) {
				continue;
			}
			if (givenSound != null) {
				keys.add("HG/" + home + "/" + givenSound.charAt(0));
			}
			if (who.birthYear() != null) {
				keys.add("HB/" + home + "/" + who.birthYear());
			}
		}
		for (String home : who.homesBeside()) {
			if (givenSound != null && !Homes.isRoom(home)) {
				keys.add("HG/" + home + "/" + givenSound.charAt(0));
			}
		}
		if (who.homeKeys().isEmpty()) {
			halfAddress(keys, who.addressWords(), givenSound, sound(Comparer.familyName(who)), born);
		}
		String postcode = who.postcode();
		if (postcode != null && givenSound != null) {
			keys.add("PG/" + postcode + "/" + givenSound);
		}
		if (postcode != null && born != null) {
			keys.add("PB/" + postcode + "/" + born.getMonthValue() + "/" + born.getDayOfMonth());
		}
		for (String phone : who.phones()) {
			keys.add("T/" + phone);
		}
		for (String email : who.emails()) {
			keys.add("E/" + Comparer.mailbox(email));
		}
		return keys;
	}

	/**
	 * Names that are used for the given name, each with the family name, and whole names
	 * that the person goes by as well.
	 */
	private void otherNames(Set<String> keys, Particulars who) {
		String given = Comparer.givenName(who);
		if (given != null) {
			for (String family : who.familyNames()) {
				String familySound = sound(family);
				for (Integer group : this.nicknames.groups(given)) {
					double frequency = this.nicknameGroups.getOrDefault(group, this.otherName);
					if (familySound != null && frequency * ofFamily(familySound) * this.mentions <= MOST_BY_NAME) {
						keys.add("NN/" + group + "/" + familySound);
					}
				}
			}
		}
		for (String alias : who.aliases()) {
			int first = alias.indexOf(' ');
			boolean named = first > 0 && !Comparer.isNoName(alias.substring(0, first));
			String givenSound = named ? sound(alias.substring(0, first)) : null;
			String familySound = named ? sound(alias.substring(alias.lastIndexOf(' ') + 1)) : null;
			if (givenSound != null && familySound != null) {
				bothNames(keys, givenSound, familySound);
			}
		}
	}

	/** An unborn child and one who was born: by the mother, or by the home. */
	private static void expected(Set<String> keys, Particulars who) {
		LocalDate day = who.birth().unbornOn();
		LocalDate born = who.birthDate();
		List<Integer> years = (day != null) ? Pregnancy.years(day)
				: (born != null) ? List.of(born.getYear()) : List.of();
		for (int year : years) {
			who.birth().mothers().forEach((mother) -> keys.add("M/" + mother + "/" + year));
			if (day != null) {
				who.homeKeys()
					.stream()
					.filter((home) -> !Homes.isRoom(home))
					.forEach((home) -> keys.add("HB/" + home + "/" + year));
			}
		}
		keys.addAll(ofPregnancy(who));
	}

	/** An unborn child, and its mother where a record tells of a pregnancy's end. */
	static List<String> ofPregnancy(Particulars who) {
		boolean concerned = who.birth().unbornOn() != null || !who.birth().ended().isEmpty();
		return concerned ? who.birth().mothers().stream().map((mother) -> "EP/" + mother).toList() : List.of();
	}

	/** A given name and the name of somebody beside, for whoever lacks all else. */
	private void besides(Set<String> keys, @Nullable String givenSound, String companion) {
		int stroke = companion.indexOf('/');
		String given = sound(companion.substring(0, stroke));
		String family = sound(companion.substring(stroke + 1));
		if (givenSound != null && given != null && family != null) {
			keys.add("C/" + givenSound + "/" + given + "/" + family);
		}
	}

	/** One name and half of a date, for whoever lacks the other name or half. */
	private void oneName(Set<String> keys, String sound, double frequency, LocalDate born) {
		if (frequency * this.mentions / 700 <= FEW) {
			keys.add("1Y/" + sound + "/" + born.getYear() + "/" + born.getMonthValue());
		}
		if (frequency * this.mentions / 365 <= FEW) {
			keys.add("1D/" + sound + "/" + born.getMonthValue() + "/" + born.getDayOfMonth());
		}
	}

	/**
	 * A rare name and the beginning of the other, for whoever's date is wrong as well.
	 */
	private void oneNameAndInitial(Set<String> keys, String sound, double frequency, String other) {
		if (frequency * this.mentions / INITIALS <= FEW) {
			keys.add("NI/" + sound + "/" + other.charAt(0));
		}
	}

	/** An address too loose to be a home: two words of it and a beginning of a name. */
	private static void halfAddress(Set<String> keys, List<String> words, @Nullable String givenSound,
			@Nullable String familySound, @Nullable LocalDate born) {
		for (int i = 0; i + 1 < words.size(); i++) {
			String two = words.get(i) + "/" + words.get(i + 1);
			if (givenSound != null) {
				keys.add("W/" + two + "/" + givenSound.charAt(0));
			}
			if (familySound != null) {
				keys.add("W/" + two + "/" + familySound.charAt(0));
			}
			if (born != null) {
				keys.add("W/" + two + "/" + born.getMonthValue() + "/" + born.getDayOfMonth());
			}
		}
	}

	private void names(Set<String> keys, @Nullable String givenSound, String family, @Nullable LocalDate born) {
		String familySound = sound(family);
		if (familySound == null) {
			return;
		}
		if (born != null) {
			keys.add("BN/" + born + "/" + familySound.charAt(0));
			oneName(keys, familySound, ofFamily(familySound), born);
		}
		if (ofFamily(familySound) * this.mentions <= MOST_BY_NAME) {
			keys.add("F/" + familySound);
		}
		if (givenSound == null) {
			return;
		}
		String both = bothNames(keys, givenSound, familySound);
		oneNameAndInitial(keys, givenSound, ofGiven(givenSound), familySound);
		oneNameAndInitial(keys, familySound, ofFamily(familySound), givenSound);
		if (born != null) {
			keys.add("YN/" + born.getYear() + "/" + both);
			keys.add("DN/" + Math.min(born.getDayOfMonth(), born.getMonthValue()) + "/"
					+ Math.max(born.getDayOfMonth(), born.getMonthValue()) + "/" + both);
		}
	}

	/** Given and family name may have changed places. */
	private String bothNames(Set<String> keys, String givenSound, String familySound) {
		String both = (givenSound.compareTo(familySound) < 0) ? givenSound + "/" + familySound
				: familySound + "/" + givenSound;
		if (ofGiven(givenSound) * ofFamily(familySound) * this.mentions <= MOST_BY_NAME) {
			keys.add("N/" + both);
		}
		return both;
	}

	/** How a name sounds in English (Philips 2000), the name itself where it has none. */
	private @Nullable String sound(@Nullable String name) {
		if (name == null || name.isEmpty()) {
			return null;
		}
		String sound = this.metaphone.doubleMetaphone(name);
		return (sound == null || sound.isEmpty()) ? name : sound;
	}

}
