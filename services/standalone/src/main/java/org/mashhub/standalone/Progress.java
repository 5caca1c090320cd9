package org.mashhub.standalone;

/** Where the hub tells a person how far it has come. */
@FunctionalInterface
public interface Progress {

	/** Tells nobody. */
	Progress SILENT = (line) -> {
	};

	/**
	 * Says one line.
	 * @param line the line, in plain words and without personal data
	 */
	void say(String line);

}
