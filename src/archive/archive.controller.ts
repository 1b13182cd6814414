import { Controller } from '@nestjs/common';
import type { FileStream } from '../platform/http/file-answer.js';
import { Route, type Call } from '../platform/http/route.js';
import { downloadArchive } from './archive.contract.js';
import { ArchiveService } from './archive.service.js';

@Controller()
export class ArchiveController {
  constructor(private readonly archive: ArchiveService) {}

  @Route(downloadArchive)
  downloadArchive({ me }: Call<typeof downloadArchive>): Promise<FileStream> {
    return this.archive.download(me);
  }
}
