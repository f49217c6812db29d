//! The app's entry point.

/// A tenth of the code of the allocator that Rust brings, and as fast (docs/adr/0004-size.md).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf<Small> = rlsf::GlobalTlsf::new();

/// Without the code that makes an allocation larger in its place.
#[cfg(target_arch = "wasm32")]
struct Small;

#[cfg(target_arch = "wasm32")]
impl rlsf::GlobalTlsfOptions for Small {
    const ENABLE_REALLOCATION: bool = false;
}

fn main() {
    motcua::start();
}
