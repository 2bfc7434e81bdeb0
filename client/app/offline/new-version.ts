let newer = false;

/** Whether the server has a newer version of the app than this page, which is taken when this page is left. */
export function isOutdated(): boolean {
  return newer;
}

export function outdate(): void {
  newer = true;
}
