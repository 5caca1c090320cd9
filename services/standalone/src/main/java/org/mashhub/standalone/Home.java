package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory that holds everything the hub keeps. Two hubs never share one.
 */
public final class Home {

	private static final Logger log = LoggerFactory.getLogger(Home.class);

	/**
	 * Homes that this very process holds. The system drops a process's lock when the
	 * process closes any handle of the file, so a held file is never opened to ask who
	 * holds it.
	 */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	private static final long MEGABYTE = 1024L * 1024;

	private static final long ENOUGH = 2048;

	private static final long TOO_LITTLE = 500;

	private final Path root;

	private @Nullable FileChannel channel;

	/**
	 * Creates a view of a directory; nothing is written yet.
	 * @param root the directory
	 */
	public Home(Path root) {
		this.root = root.toAbsolutePath().normalize();
	}

	/**
	 * The home that the environment asks for.
	 * @return {@code MASH_HOME}, else {@code .mash} in the working directory
	 */
	public static Home fromEnvironment() {
		String home = System.getenv("MASH_HOME");
		return new Home(Path.of((home != null && !home.isBlank()) ? home : ".mash"));
	}

	public Path root() {
		return this.root;
	}

	public Path broker() {
		return this.root.resolve("kafka");
	}

	public Path registry() {
		return this.root.resolve("registry");
	}

	public Path database() {
		return this.root.resolve("postgres");
	}

	public Path mail() {
		return this.root.resolve("mail");
	}

	public Path correlation() {
		return this.root.resolve("correlation");
	}

	public Path log() {
		return this.root.resolve("log");
	}

	/**
	 * Where a hub and the processes that it starts put what they need in passing.
	 * @return a directory that is emptied when the hub starts and when it stops; its name
	 * is the hub's own, whatever else lies in its home
	 */
	public Path temporary() {
		return this.root.resolve("mash-tmp");
	}

	/**
	 * What tells a Java process to use {@link #temporary()}, which is there afterwards.
	 * @return an option for its command line
	 */
	public String temporaryOption() {
		try {
			return "-Djava.io.tmpdir=" + Files.createDirectories(temporary());
		}
		catch (IOException ex) {
			throw notWritable(ex);
		}
	}

	/** Deletes what was put there in passing; what cannot be deleted stays. */
	void emptyTemporary() {
		if (!Files.isDirectory(temporary())) {
			return;
		}
		try (Stream<Path> files = Files.walk(temporary())) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				if (!file.equals(temporary())) {
					delete(file);
				}
			}
		}
		catch (IOException | UncheckedIOException ex) {
			log.atWarn().addKeyValue("home", this.root).log("Cannot list all temporary files");
		}
	}

	private void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			log.atWarn().addKeyValue("home", this.root).log("Cannot delete a temporary file");
		}
	}

	public Path secrets() {
		return this.root.resolve("secrets.json");
	}

	/** Creates the directories that others write to. */
	void prepare() {
		try {
			Files.createDirectories(log());
		}
		catch (IOException ex) {
			throw notWritable(ex);
		}
	}

	/**
	 * Takes the home for this process.
	 * @throws CannotProceedException when another hub has it
	 */
	public void lock() {
		prepare();
		try {
			FileChannel opened = FileChannel.open(pidFile(), StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
			if (tryLock(opened) == null) {
				opened.close();
				throw new CannotProceedException("a hub is already running from " + this.root,
						"Use it (./mash status), stop it (./mash down), or give this one its own MASH_HOME and MASH_PORT_BASE.");
			}
			opened.truncate(0);
			opened
				.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
			opened.force(true);
			this.channel = opened;
			HELD.add(this.root.toAbsolutePath());
		}
		catch (IOException ex) {
			throw notWritable(ex);
		}
	}

	/** Gives the home back. */
	public void unlock() {
		FileChannel held = this.channel;
		if (held != null) {
			this.channel = null;
			HELD.remove(this.root.toAbsolutePath());
			try (held) {
				held.truncate(0);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("cannot give back " + this.root, ex);
			}
		}
	}

	/**
	 * The hub that runs from here.
	 * @return its process id, empty when none runs
	 */
	public Optional<Long> runningHub() {
		if (HELD.contains(this.root.toAbsolutePath())) {
			return Optional.of(ProcessHandle.current().pid());
		}
		try (FileChannel opened = FileChannel.open(pidFile(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			try (FileLock lock = tryLock(opened)) {
				if (lock != null) {
					return Optional.empty();
				}
			}
			String pid = Files.readString(pidFile()).strip();
			return pid.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(pid));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + pidFile(), ex);
		}
	}

	/**
	 * Makes sure that there is room on the disk.
	 * @param progress told when there is little
	 * @throws CannotProceedException when there is too little to start
	 */
	public void requireRoom(Progress progress) {
		long free = freeMegabytes();
		if (free < TOO_LITTLE) {
			throw new CannotProceedException("only " + free + " MB are free on the disk that holds " + this.root,
					"Free at least " + TOO_LITTLE + " MB, or move the hub's state with MASH_HOME.");
		}
		if (free < ENOUGH) {
			progress.say("Note: only " + free + " MB are free on the disk that holds " + this.root + ".");
		}
	}

	/**
	 * Room on the disk.
	 * @return megabytes that are free where this home is, or will be
	 */
	public long freeMegabytes() {
		Path existing = this.root;
		while (existing.getParent() != null && !Files.exists(existing)) {
			existing = existing.getParent();
		}
		try {
			return Files.getFileStore(existing).getUsableSpace() / MEGABYTE;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot ask the disk that holds " + this.root, ex);
		}
	}

	private CannotProceedException notWritable(IOException cause) {
		return new CannotProceedException("cannot write to " + this.root,
				"Make it writable, or choose another directory with MASH_HOME.", cause);
	}

	private Path pidFile() {
		return this.root.resolve("hub.pid");
	}

	private static @Nullable FileLock tryLock(FileChannel opened) throws IOException {
		try {
			return opened.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

}
