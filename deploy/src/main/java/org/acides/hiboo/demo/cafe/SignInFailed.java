package org.acides.hiboo.demo.cafe;

/** The provider said no, or what it said cannot be believed. The message is for the person, and holds no secret. */
final class SignInFailed extends Exception {

    SignInFailed(String message) {
        super(message);
    }

    SignInFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
