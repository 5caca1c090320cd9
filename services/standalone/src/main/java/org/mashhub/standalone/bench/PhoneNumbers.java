package org.mashhub.standalone.bench;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How one table writes phone numbers: where some carry the code of their country and
 * others do not, the code is the one with which most of the former are one of the latter.
 */
final class PhoneNumbers {

	private static final int LONGEST_CODE = 3;

	private static final int SHORTEST = 7;

	private final String code;

	private PhoneNumbers(String code) {
		this.code = code;
	}

	/**
	 * Looks at all numbers of a table.
	 * @param written the numbers as they are written
	 * @return how to read them
	 */
	static PhoneNumbers of(Collection<String> written) {
		Set<String> national = new HashSet<>();
		Set<String> international = new HashSet<>();
		for (String text : written) {
			String digits = digits(text);
			if (isInternational(digits)) {
				international.add(withoutNoughts(digits.replace("+", "")));
			}
			else {
				national.add(withoutNoughts(digits));
			}
		}
		TreeMap<String, Integer> hits = new TreeMap<>();
		for (String number : international) {
			for (int length = 1; length <= LONGEST_CODE && number.length() > length; length++) {
				if (national.contains(withoutNoughts(number.substring(length)))) {
					hits.merge(number.substring(0, length), 1, Integer::sum);
				}
			}
		}
		return new PhoneNumbers(
				hits.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(""));
	}

	/**
	 * Reads a number.
	 * @param text as it is written
	 * @return the number with the code of its country where that is known; empty where
	 * nobody has such a number
	 */
	String read(String text) {
		String digits = digits(text);
		String bare = withoutNoughts(digits.replace("+", ""));
		if (bare.length() < SHORTEST || bare.chars().distinct().count() == 1) {
			return "";
		}
		if (this.code.isEmpty()) {
			return digits;
		}
		if (!isInternational(digits)) {
			return "+" + this.code + bare;
		}
		return bare.startsWith(this.code) ? "+" + this.code + withoutNoughts(bare.substring(this.code.length()))
				: "+" + bare;
	}

	private static boolean isInternational(String digits) {
		return digits.startsWith("+") || digits.startsWith("00");
	}

	private static String withoutNoughts(String digits) {
		return digits.replaceFirst("^0+", "");
	}

	/** The nought in brackets of +44 (0)1632 is dialled within the country only. */
	private static String digits(String text) {
		return text.replace("(0)", "").replaceFirst("(?i)(?:ext|x).*$", "").replaceAll("[^0-9+]", "");
	}

}
