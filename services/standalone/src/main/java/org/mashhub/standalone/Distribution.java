package org.mashhub.standalone;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the parts lie that come with the hub but are not Java code of ours. */
public final class Distribution {

	/** System property that names the directory. */
	static final String PROPERTY = "mash.dist";

	private Distribution() {
	}

	/**
	 * The directory that holds the unpacked schema registry.
	 * @return directory of {@code quarkus-run.jar}
	 * @throws CannotProceedException when it is not there
	 */
	public static Path registry() {
		Path registry = root().resolve("registry");
		if (!Files.exists(registry.resolve("quarkus-run.jar"))) {
			throw new CannotProceedException("the schema registry is not unpacked in " + registry,
					"Build it: mvn -DskipTests package, or run any ./mash command again.");
		}
		return registry;
	}

	/**
	 * The directory into which PostgreSQL's programs are unpacked once.
	 * @return a directory, which may not exist yet
	 */
	public static Path postgres() {
		return root().resolve("postgres");
	}

	private static Path root() {
		String configured = System.getProperty(PROPERTY);
		if (configured != null) {
			return Path.of(configured).toAbsolutePath();
		}
		try {
			Path code = Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			Path directory = code.getParent();
			if (directory == null) {
				throw new IllegalStateException("the hub's classes lie nowhere");
			}
			return directory;
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException("the hub's classes lie at no path", ex);
		}
	}

}
