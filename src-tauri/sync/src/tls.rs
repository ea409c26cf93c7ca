//! The line between two PCs: TLS 1.3, on which both sides show the key that seals their log, and nothing else.
//!
//! A certificate would only wrap that key, and bring dates that a PC with a wrong clock gets wrong; so the keys themselves are shown
//! ([RFC 7250](https://www.rfc-editor.org/rfc/rfc7250), raw public keys). The asking side pins the hub's key. The answering side lets any
//! key prove itself, and asks the log afterwards whose it is. TLS 1.2 is not spoken, so there is nothing to be talked down to; no session
//! outlives its connection.

use std::fmt;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{AlwaysResolvesClientRawPublicKeys, ClientConfig};
use rustls::crypto::{CryptoProvider, ring, verify_tls13_signature_with_raw_key};
use rustls::pki_types::{
    CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName, SubjectPublicKeyInfoDer,
    UnixTime,
};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{AlwaysResolvesServerRawPublicKeys, NoServerSessionStorage, ServerConfig};
use rustls::sign::CertifiedKey;
use rustls::{
    DigitallySignedStruct, DistinguishedName, Error, OtherError, SignatureScheme, version,
};
use zeroize::Zeroizing;

/// An Ed25519 public key.
pub type PublicKey = [u8; 32];

/// What stands before an Ed25519 seed in PKCS #8 (RFC 8410).
const PKCS8: &[u8] = &[
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];
/// What stands before an Ed25519 public key in a SubjectPublicKeyInfo (RFC 8410).
const SPKI: &[u8] = &[
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

/// Whose key a PC shows: its own.
#[derive(Clone)]
pub struct Identity {
    key: Arc<CertifiedKey>,
    public: PublicKey,
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(…)")
    }
}

/// The key cannot be used; no key that this program made is such a one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("key_unusable")]
pub struct Unusable;

impl Identity {
    /// From the seed of an Ed25519 key and its public half.
    ///
    /// # Errors
    /// [`Unusable`].
    pub fn new(seed: &[u8; 32], public: PublicKey) -> Result<Self, Unusable> {
        let mut der = Zeroizing::new(PKCS8.to_vec());
        der.extend_from_slice(seed);
        let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(der.as_slice())).clone_key();
        let key = ring::sign::any_eddsa_type(match &private {
            PrivateKeyDer::Pkcs8(key) => key,
            _ => return Err(Unusable),
        })
        .map_err(|_| Unusable)?;
        let shown = CertificateDer::from([SPKI, public.as_slice()].concat());
        Ok(Self {
            key: Arc::new(CertifiedKey::new(vec![shown], key)),
            public,
        })
    }

    /// The half that everyone may see.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        self.public
    }
}

/// The key that the other side of a connection has shown; `None` for what is no Ed25519 key.
#[must_use]
pub fn shown(certificate: &[u8]) -> Option<PublicKey> {
    certificate.strip_prefix(SPKI)?.try_into().ok()
}

/// Whom the asking side wants to speak with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expect {
    /// One of these keys: a PC of the branch.
    OneOf(Vec<PublicKey>),
    /// A key whose fingerprint begins so: what a pairing code says of it.
    Fingerprint(u64),
}

impl Expect {
    fn fits(&self, key: &PublicKey) -> bool {
        match self {
            Self::OneOf(expected) => expected.contains(key),
            Self::Fingerprint(expected) => *expected == fingerprint(key),
        }
    }
}

/// The first 50 bits of a key's hash, the rest 0: what a pairing code says of the hub, and what a hub answers to on the LAN.
#[must_use]
pub fn fingerprint(key: &PublicKey) -> u64 {
    short(b"forecourt hub key 1", key)
}

/// The same of a branch, by its root key: to this every hub of the branch answers.
#[must_use]
pub fn branch_tag(root: &PublicKey) -> u64 {
    short(b"forecourt branch 1", root)
}

fn short(purpose: &[u8], key: &PublicKey) -> u64 {
    use sha2::{Digest, Sha256};
    let hash = Sha256::new()
        .chain_update(purpose)
        .chain_update(key)
        .finalize();
    let (first, _) = hash.split_first_chunk::<8>().expect("a hash of 32 bytes");
    u64::from_be_bytes(*first) >> 14 << 14
}

/// Another machine answers than the one that was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("hub_is_another")]
pub struct Another;

/// The asking side.
#[must_use]
pub fn client(identity: &Identity, expect: Expect) -> ClientConfig {
    let provider = Arc::new(ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_protocol_versions(&[&version::TLS13])
        .expect("the provider speaks TLS 1.3")
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Pinned { expect, provider }))
        .with_client_cert_resolver(Arc::new(AlwaysResolvesClientRawPublicKeys::new(
            Arc::clone(&identity.key),
        )));
    config.enable_sni = false;
    config.resumption = rustls::client::Resumption::disabled();
    config
}

/// The answering side.
#[must_use]
pub fn server(identity: &Identity) -> ServerConfig {
    let provider = Arc::new(ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_protocol_versions(&[&version::TLS13])
        .expect("the provider speaks TLS 1.3")
        .with_client_cert_verifier(Arc::new(Proven { provider }))
        .with_cert_resolver(Arc::new(AlwaysResolvesServerRawPublicKeys::new(
            Arc::clone(&identity.key),
        )));
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    config
}

fn proves(
    provider: &CryptoProvider,
    message: &[u8],
    shown: &CertificateDer<'_>,
    signature: &DigitallySignedStruct,
) -> Result<HandshakeSignatureValid, Error> {
    verify_tls13_signature_with_raw_key(
        message,
        &SubjectPublicKeyInfoDer::from(shown.as_ref()),
        signature,
        &provider.signature_verification_algorithms,
    )
}

/// TLS 1.2 is never spoken.
fn never() -> Result<HandshakeSignatureValid, Error> {
    Err(Error::PeerIncompatible(
        rustls::PeerIncompatible::Tls12NotOffered,
    ))
}

#[derive(Debug)]
struct Pinned {
    expect: Expect,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        match shown(end_entity) {
            Some(key) if self.expect.fits(&key) => Ok(ServerCertVerified::assertion()),
            _ => Err(Error::Other(OtherError(Arc::new(Another)))),
        }
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        never()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        proves(&self.provider, message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}

#[derive(Debug)]
struct Proven {
    provider: Arc<CryptoProvider>,
}

impl ClientCertVerifier for Proven {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        match shown(end_entity) {
            Some(_) => Ok(ClientCertVerified::assertion()),
            None => Err(Error::Other(OtherError(Arc::new(Another)))),
        }
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        never()
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        proves(&self.provider, message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        vec![SignatureScheme::ED25519]
    }

    fn requires_raw_public_keys(&self) -> bool {
        true
    }
}
