"""A service provider made with pysaml2. Called with "metadata" it prints its own; else it prints one line of JSON a step,
and where a browser is needed {"open": address}: it reads from its input {"address", "fields"}, where the browser ended and
what a form there would post."""

import json
import logging
import sys
from urllib.parse import parse_qs, urlsplit

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.client import Saml2Client
from saml2.config import SPConfig
from saml2.metadata import entity_descriptor

mode, keys, home = sys.argv[1:4]
logging.disable(logging.CRITICAL)


def configuration(metadata):
    return SPConfig().load({
        "entityid": home + "/metadata",
        "allow_unknown_attributes": True,
        "service": {"sp": {
            "endpoints": {
                "assertion_consumer_service": [(home + "/acs", BINDING_HTTP_POST)],
                "single_logout_service": [(home + "/slo", BINDING_HTTP_REDIRECT)],
            },
            "name_id_format": ["urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"],
            "authn_requests_signed": True,
            "logout_requests_signed": True,
            "want_response_signed": True,
            "want_assertions_signed": True,
            "signing_algorithm": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "digest_algorithm": "http://www.w3.org/2001/04/xmlenc#sha256",
        }},
        "key_file": keys + "/sp.key",
        "cert_file": keys + "/sp.crt",
        "encryption_keypairs": [{"key_file": keys + "/sp.key", "cert_file": keys + "/sp.crt"}],
        "metadata": metadata,
    })


if mode == "metadata":
    print(entity_descriptor(configuration({})))
    sys.exit(0)


def say(step):
    print(json.dumps(step), flush=True)


def browse(address):
    say({"open": address})
    return json.loads(sys.stdin.readline())


def location(info):
    return dict(info["headers"])["Location"]


client = Saml2Client(configuration({"local": [sys.argv[4]]}))
request, info = client.prepare_for_authenticate(
    relay_state="state", binding=BINDING_HTTP_REDIRECT, sign=True,
    sigalg="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
landed = browse(location(info))
answer = client.parse_authn_request_response(
    landed["fields"]["SAMLResponse"], BINDING_HTTP_POST, outstanding={request: "/"})
say({"step": "signed-in", "name": str(answer.name_id.text), "attributes": answer.ava,
     "state": landed["fields"]["RelayState"]})

try:
    client.parse_authn_request_response(
        landed["fields"]["SAMLResponse"], BINDING_HTTP_POST, outstanding={"id-another": "/"})
    say({"step": "another-request", "error": "nothing"})
except Exception as problem:  # whichever it is, it must not be none
    say({"step": "another-request", "error": type(problem).__name__})

asked = client.do_logout(
    answer.name_id, [answer.issuer()], "", None, sign=True, expected_binding=BINDING_HTTP_REDIRECT,
    sign_alg="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")
binding, info = list(asked.values())[0]
left = parse_qs(urlsplit(browse(location(info))["address"]).query)
back = client.parse_logout_request_response(left["SAMLResponse"][0], BINDING_HTTP_REDIRECT)
say({"step": "signed-out", "status": back.status_ok()})
