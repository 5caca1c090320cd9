package org.mashhub.correlation.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Given names that are used for one another, from the table {@code nicknames.csv}. */
final class Nicknames {

	private final Map<String, Set<Integer>> groups;

	private Nicknames(Map<String, Set<Integer>> groups) {
		this.groups = groups;
	}

	static Nicknames load() {
		Map<String, Set<Integer>> groups = new HashMap<>();
		try (InputStream in = Nicknames.class.getResourceAsStream("nicknames.csv")) {
			if (in == null) {
				throw new IllegalStateException("nicknames.csv is missing from the build");
			}
			BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			int group = 0;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (!line.isBlank() && !line.startsWith("#")) {
					for (String name : line.split(",", -1)) {
						groups.computeIfAbsent(name.strip(), (unknown) -> new HashSet<>()).add(group);
					}
					group++;
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Nicknames(groups);
	}

	/**
	 * The groups that hold a given name.
	 * @param name a folded name
	 * @return their numbers, none for a name that stands for itself
	 */
	Set<Integer> groups(String name) {
		return this.groups.getOrDefault(name, Set.of());
	}

	/**
	 * Whether two different given names are used for one another.
	 * @param one one folded name
	 * @param other the other
	 * @return true when a group holds both
	 */
	boolean related(String one, String other) {
		Set<Integer> groupsOfOne = this.groups.get(one);
		Set<Integer> groupsOfOther = this.groups.get(other);
		if (groupsOfOne == null || groupsOfOther == null) {
			return false;
		}
		return groupsOfOne.stream().anyMatch(groupsOfOther::contains);
	}

}
