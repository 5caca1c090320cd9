package org.mashhub.population.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mashhub.population.chance.Dice;

/** How a name is written by somebody who does not know how it is written. */
public final class Spelling {

	private static final String[] BY_EAR = { "ph", "f", "ck", "k", "ie", "y", "y", "ie", "ee", "ea", "ea", "ee", "ou",
			"ow", "ai", "ay", "ay", "ai", "gh", "g", "th", "t", "sch", "sh", "kh", "k", "dh", "d", "aa", "a", "oo", "u",
			"ey", "y", "z", "s", "c", "k", "k", "c", "j", "g", "w", "v", "ll", "l", "nn", "n", "tt", "t", "rr", "r",
			"ss", "s", "mm", "m", "er", "ar", "or", "er", "i", "y", "u", "o", "o", "u", "e", "i" };

	private static final String[] NEIGHBOURS = { "qwsz", "vghn", "xdfv", "serfcx", "wrsd", "drtgcv", "ftyhvb", "gyujnb",
			"ujko", "huiknm", "jiolm", "kop", "njk", "bhjm", "iklp", "ol", "wa", "edft", "awedxz", "rfgy", "yhji",
			"cfgb", "qase", "zsdc", "tghu", "asx" };

	private final Map<String, List<String>> spellings = groups("spellings.txt", true);

	private final Map<String, List<String>> nicknames = groups("nicknames.txt", false);

	private final Map<String, String> plain = new HashMap<>();

	/**
	 * Another spelling of a name that has several.
	 * @param name the name as its bearer writes it
	 * @param dice decide
	 * @return the other spelling, empty when the name has one only
	 */
	public Optional<String> other(String name, Dice dice) {
		List<String> others = this.spellings.get(name);
		return (others != null) ? Optional.of(dice.oneOf(others)) : Optional.empty();
	}

	/**
	 * What friends call somebody.
	 * @param given given name
	 * @param dice decide
	 * @return the short name, empty when this one is not shortened
	 */
	public Optional<String> nickname(String given, Dice dice) {
		List<String> known = this.nicknames.get(given);
		return (known != null) ? Optional.of(dice.oneOf(known)) : Optional.empty();
	}

	/**
	 * The letters that a British keyboard has.
	 * @param name any name
	 * @return the name without accents
	 */
	public String plain(String name) {
		for (int at = 0; at < name.length(); at++) {
			if (name.charAt(at) >= 128) {
				return this.plain.computeIfAbsent(name, Spelling::withoutAccents);
			}
		}
		return name;
	}

	/**
	 * A name written as it was heard.
	 * @param name the name
	 * @param dice decide
	 * @return the name with one sound written otherwise; the same when it has none that
	 * could be
	 */
	public String byEar(String name, Dice dice) {
		int sounds = BY_EAR.length / 2;
		int first = dice.below(sounds);
		for (int i = 0; i < sounds; i++) {
			int sound = (first + i) % sounds * 2;
			int at = name.indexOf(BY_EAR[sound], 1);
			if (at > 0) {
				return name.substring(0, at) + BY_EAR[sound + 1] + name.substring(at + BY_EAR[sound].length());
			}
		}
		return name;
	}

	/**
	 * A name with one slip of the fingers: two letters swapped, one missing, one twice,
	 * or the key beside.
	 * @param name the name
	 * @param dice decide
	 * @return the name with the slip; the same when it is too short to have one
	 */
	public String slip(String name, Dice dice) {
		if (name.length() < 3) {
			return name;
		}
		int at = 1 + dice.below(name.length() - 2);
		return switch (dice.below(4)) {
			case 0 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
			case 1 -> name.substring(0, at) + name.substring(at + 1);
			case 2 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
			default -> name.substring(0, at) + beside(name.charAt(at), dice) + name.substring(at + 1);
		};
	}

	private static char beside(char letter, Dice dice) {
		int place = Character.toLowerCase(letter) - 'a';
		if (place < 0 || place >= NEIGHBOURS.length) {
			return letter;
		}
		String keys = NEIGHBOURS[place];
		return keys.charAt(dice.below(keys.length()));
	}

	private static String withoutAccents(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.replace('ł', 'l')
			.replace('Ł', 'L')
			.replace('đ', 'd')
			.replace('Đ', 'D')
			.replace('ı', 'i')
			.replace('ø', 'o');
	}

	private static Map<String, List<String>> groups(String file, boolean bothWays) {
		Map<String, List<String>> groups = new HashMap<>();
		for (String line : Lists.lines(Spelling.class, file)) {
			List<String> words = Lists.words(line);
			List<String> keys = bothWays ? words : List.of(words.getFirst());
			for (String key : keys) {
				List<String> others = new ArrayList<>(groups.getOrDefault(key, List.of()));
				words.stream().filter((word) -> !word.equals(key) && !others.contains(word)).forEach(others::add);
				groups.put(key, List.copyOf(others));
			}
		}
		return groups;
	}

}
