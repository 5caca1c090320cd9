package org.mashhub.standalone.bench;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.mashhub.event.common.v1.Sex;

/**
 * What one table writes for the sexes: an M is a man beside an F, and a woman (mujer)
 * beside an H (hombre). Of two words that nobody knows one is taken for each: linking
 * asks only whether two records say the same.
 */
final class SexWords {

	/** Words for women, by their first letter, likeliest first. */
	private static final List<String> FEMALE = List.of("F", "W", "2", "\u5973", "K", "M", "1");

	private static final Set<String> NEITHER = Set.of("U", "X", "N", "O", "-", "?", "9", "D");

	private static final double MOST = 0.8;

	private final String female;

	private final String male;

	private SexWords(String female, String male) {
		this.female = female;
		this.male = male;
	}

	/**
	 * Looks at all words of a table.
	 * @param written the words as they are written
	 * @return how to read them
	 */
	static SexWords of(Collection<String> written) {
		Map<String, Integer> counts = new HashMap<>();
		int known = 0;
		for (String word : written) {
			String letter = letter(word);
			if (!letter.isEmpty() && !NEITHER.contains(letter)) {
				counts.merge(letter, 1, Integer::sum);
				known++;
			}
		}
		List<String> commonest = counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(2)
			.map(Map.Entry::getKey)
			.toList();
		int covered = commonest.stream().mapToInt((letter) -> counts.getOrDefault(letter, 0)).sum();
		if (commonest.size() < 2 || covered < MOST * known) {
			return new SexWords("F", "M");
		}
		String female = FEMALE.stream().filter(commonest::contains).findFirst().orElse(commonest.getFirst());
		return new SexWords(female, commonest.get(commonest.getFirst().equals(female) ? 1 : 0));
	}

	/**
	 * Reads a word.
	 * @param word as it is written
	 * @return the sex
	 */
	Sex read(String word) {
		String letter = letter(word);
		return letter.equals(this.female) ? Sex.FEMALE : letter.equals(this.male) ? Sex.MALE : Sex.UNKNOWN;
	}

	private static String letter(String word) {
		String plain = Normalizer.normalize(word.strip(), Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
		return plain.isEmpty() ? "" : plain.substring(0, 1);
	}

}
