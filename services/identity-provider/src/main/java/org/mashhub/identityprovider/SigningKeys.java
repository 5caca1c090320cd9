package org.mashhub.identityprovider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * The signing keys, kept in a file that only its owner can read, so that tokens outlive a
 * restart.
 */
final class SigningKeys {

	private static final int KEY_BITS = 2048;

	private SigningKeys() {
	}

	static JWKSet readOrCreate(Path file) {
		try {
			return Files.exists(file) ? JWKSet.load(file.toFile()) : create(file.toAbsolutePath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read or write the signing key file " + file, ex);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(
					"the signing key file " + file + " is not a JWK set; remove it and a new one is made", ex);
		}
	}

	private static JWKSet create(Path file) throws IOException {
		JWKSet keys = generate();
		Path folder = file.getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		Path draft = Files.createTempFile(folder, "signing-keys", ".new", ownerOnly(file));
		Files.writeString(draft, keys.toString(false));
		Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
		return keys;
	}

	private static FileAttribute<?>[] ownerOnly(Path file) {
		if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] { PosixFilePermissions
			.asFileAttribute(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)) };
	}

	private static JWKSet generate() {
		try {
			return new JWKSet(new RSAKeyGenerator(KEY_BITS).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyID(UUID.randomUUID().toString())
				.generate());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("every JDK has RSA", ex);
		}
	}

}
